//! The check of the checks: those that Maven makes (API level, hidden API) are switched on.

use roxmltree::{Document, Node};

use crate::tree::text;

#[test]
fn maven_checks_the_api_level_and_hidden_api() {
    let wrong = unbound(&text("android/app/pom.xml"));
    assert!(wrong.is_empty(), "{wrong:?}");
    let wrong = unchecked(&text("android/app/api-level.xml"));
    assert!(
        wrong.is_empty(),
        "android/app/api-level.xml does not check: {wrong:?}"
    );
}

#[test]
fn a_check_that_is_switched_off_is_found() {
    let pom = "<project><build><plugins><plugin><executions><execution><id>api-level</id>\
               <phase>none</phase></execution></executions></plugin></plugins></build></project>";
    assert_eq!(unbound(pom).len(), 2);
    assert_eq!(unbound("<project/>").len(), 1);
    let ant = "<project><target name=\"all\"><check-signature signature=\"${api29}\"/></target></project>";
    assert_eq!(unchecked(ant), ["gummy-bears", "java18"]);
    let ignoring = "<project><target name=\"all\"><check-signature signature=\"${api29}\">\
                    <ignore className=\"android.*\"/></check-signature></target></project>";
    assert_eq!(unchecked(ignoring), ["api29", "gummy-bears", "java18"]);
}

/// What is wrong with the execution that runs the checks.
fn unbound(pom: &str) -> Vec<&'static str> {
    let document = Document::parse(pom).expect("the pom is XML");
    let mut executions = document
        .descendants()
        .filter(|node| node.has_tag_name_any("execution"));
    let Some(execution) = executions.find(|node| child(node, "id") == Some("api-level")) else {
        return vec!["there is no execution api-level"];
    };
    let mut wrong = Vec::new();
    if child(&execution, "phase") != Some("process-classes") {
        wrong.push("api-level does not run after every compilation");
    }
    let runs = execution.descendants().any(|node| {
        node.attribute("antfile")
            .is_some_and(|file| file.ends_with("/api-level.xml"))
    });
    if !runs {
        wrong.push("api-level does not run api-level.xml");
    }
    wrong
}

/// The signatures against which nothing is checked, or not what matters in them.
fn unchecked(ant: &str) -> Vec<&'static str> {
    // Which signature, and the package that must not be ignored.
    let signatures = [
        ("api29", "android.*"),
        ("gummy-bears", "android.*"),
        ("java18", "java.*"),
    ];
    let document = Document::parse(ant).expect("the Ant file is XML");
    let checks: Vec<Node<'_, '_>> = document
        .descendants()
        .filter(|node| node.has_tag_name("check-signature"))
        .collect();
    let is_checked = |(name, package): &(&str, &str)| {
        checks.iter().any(|check| {
            let is_it = check
                .attribute("signature")
                .is_some_and(|file| file.contains(name));
            let mut ignored = check
                .children()
                .filter_map(|node| node.attribute("className"));
            is_it && !ignored.any(|ignored| ignored == *package)
        })
    };
    let missing = signatures.iter().filter(|signature| !is_checked(signature));
    missing.map(|(name, _)| *name).collect()
}

fn child<'a>(node: &Node<'a, '_>, name: &str) -> Option<&'a str> {
    node.children()
        .find(|child| child.has_tag_name_any(name))?
        .text()
}

/// Poms have a namespace; the tests' snippets do not.
trait AnyNamespace {
    fn has_tag_name_any(&self, name: &str) -> bool;
}

impl AnyNamespace for Node<'_, '_> {
    fn has_tag_name_any(&self, name: &str) -> bool {
        self.is_element() && self.tag_name().name() == name
    }
}
