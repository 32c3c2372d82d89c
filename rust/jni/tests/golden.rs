//! The golden files say the same to both sides: here they are read into the engine's types and
//! written again. The Kotlin side does so in `tests/jvm`.

use std::fs;
use std::path::Path;

use cleardown_engine::api::{
    AfterEnd, AtNow, BundleAnswer, BundleRequest, ClockRequest, ConfigureAnswer, ConfigureRequest,
    EndedRequest, ExplainRequest, Explanation, HealthAnswer, HealthRequest, HistoryAnswer,
    HistoryRequest, MaintainAnswer, Nothing, OpenRequest, PersonAnswer, PersonRequest, PinAnswer,
    PinRequest, PlaceAnswer, PlaceRequest, RecordPlaceRequest, Recorded, ReportAnswer,
    ReportRequest, ScreenAnswer, ScreenRequest, Status, SyncAnswer, SyncRequest, Waiting,
};
use cleardown_engine::json::VERSION;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

#[test]
fn every_request_and_answer_is_read_and_written_alike() {
    both::<ScreenRequest, ScreenAnswer>("screen");
    both::<ScreenRequest, Recorded>("record_screen");
    both::<EndedRequest, AfterEnd>("ended");
    both::<PlaceRequest, PlaceAnswer>("place");
    both::<RecordPlaceRequest, Nothing>("record_place");
    both::<PersonRequest, PersonAnswer>("person");
    both::<ConfigureRequest, ConfigureAnswer>("configure");
    both::<ClockRequest, Waiting>("clock");
    both::<AtNow, Status>("status");
    both::<HistoryRequest, HistoryAnswer>("history");
    both::<HealthRequest, HealthAnswer>("health");
    both::<AtNow, MaintainAnswer>("maintain");
    both::<ExplainRequest, Explanation>("explain");
    both::<BundleRequest, BundleAnswer>("bundle");
    both::<ReportRequest, ReportAnswer>("report");
    both::<PinRequest, PinAnswer>("pin");
    both::<SyncRequest, SyncAnswer>("sync");
    each::<OpenRequest>("open", "requests");
}

#[test]
fn no_golden_file_is_left_out() {
    let names = fs::read_dir(folder()).expect("the golden files");
    assert_eq!(names.count(), 18);
}

fn both<Request, Answer>(name: &str)
where
    Request: Serialize + DeserializeOwned,
    Answer: Serialize + DeserializeOwned,
{
    each::<Request>(name, "requests");
    each::<Answer>(name, "answers");
}

fn each<T: Serialize + DeserializeOwned>(name: &str, part: &str) {
    let path = folder().join(name).with_extension("json");
    let text = fs::read_to_string(&path).expect(name);
    let file: Value = serde_json::from_str(&text).expect(name);
    let all = file[part].as_array().expect(part);
    assert!(!all.is_empty(), "{name}: {part}");
    for golden in all {
        assert_eq!(golden["v"], VERSION, "{name}: version");
        let read: T = serde_json::from_value(golden.clone())
            .unwrap_or_else(|error| panic!("{name}, {part}: {error}"));
        let mut written = serde_json::to_value(read).expect("JSON");
        written["v"] = VERSION.into();
        if part == "requests" {
            // As the version it belongs to the frame, but for requests that look at it themselves.
            assert!(golden["in_call"].is_boolean(), "{name}: in_call");
            written["in_call"] = golden["in_call"].clone();
        }
        assert_eq!(written, *golden, "{name}: {part}");
    }
}

fn folder() -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/jvm/golden")
}
