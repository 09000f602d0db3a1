"""Tools for a form's author: steps, cases, recorded sessions played again."""
