//! One type over core, list and store.
