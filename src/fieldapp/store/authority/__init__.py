"""Who may write what: certificates and revocations kept, heads attested, segments judged, late ones held for review."""
