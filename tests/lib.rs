//! Help that the test targets of this folder share.
