"""What a filled form gives: submission, entities, the log of the filling, parcels for other servers, sealed or open."""
