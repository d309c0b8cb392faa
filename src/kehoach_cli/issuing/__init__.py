"""From an approved commit to a document that goes out and can be proven later: register, rendering, verification."""
