"""The village's own work: helpers, projects and their money, care, dividends, what is due."""
