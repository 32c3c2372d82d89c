//! The JNI boundary.
