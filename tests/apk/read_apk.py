"""Reads an APK with androguard and prints what it finds as JSON.

    read_apk.py APK
"""

import json
import sys

from loguru import logger

logger.remove()

from androguard.core.apk import APK  # noqa: E402  (it logs while it is imported)
from androguard.core.axml import AXMLPrinter  # noqa: E402
from androguard.core.dex import DEX  # noqa: E402

ANDROID = "{http://schemas.android.com/apk/res/android}"
COMPONENTS = ("activity", "activity-alias", "service", "receiver", "provider")
TEXTS = ("string", "plurals", "array")


def main(file: str) -> None:
    apk = APK(file)
    manifest = apk.get_android_manifest_xml()
    application = manifest.find("application")
    facts = {
        "package": apk.get_package(),
        "versionCode": apk.get_androidversion_code(),
        "versionName": apk.get_androidversion_name(),
        "minSdk": apk.get_min_sdk_version(),
        "targetSdk": apk.get_target_sdk_version(),
        "application": attributes(application),
        "manifest": permissions(manifest) + sorted(component(apk, node) for node in components(manifest)),
        "components": sorted(full_name(apk, node) for node in components(manifest)),
        "queries": len(manifest.findall(".//queries/*")),
        "texts": texts(apk),
        "localeConfig": locale_config(apk),
        "classes": sorted(name for dex in apk.get_all_dex() for name in DEX(dex).get_classes_names()),
        "schemes": [name for name, is_so in (("v1", apk.is_signed_v1()), ("v2", apk.is_signed_v2()), ("v3", apk.is_signed_v3())) if is_so],
        "files": sorted(apk.get_files()),
    }
    json.dump(facts, sys.stdout)


def attributes(node) -> dict:
    return {name.removeprefix(ANDROID): value for name, value in node.attrib.items()}


def permissions(manifest) -> list:
    """A line for each permission that is asked for, in the form of tests/arch/expected/manifest.txt."""
    nodes = [node for node in manifest if node.tag.startswith("uses-permission")]
    return sorted(f"permission {node.get(ANDROID + 'name')}" for node in nodes)


def components(manifest) -> list:
    return [node for node in manifest.find("application") if node.tag in COMPONENTS]


def full_name(apk, node) -> str:
    name = node.get(ANDROID + "name")
    return apk.get_package() + name if name.startswith(".") else name


def component(apk, node) -> str:
    """A line for this component, in the same form."""
    name = full_name(apk, node).removeprefix(apk.get_package())
    line = f"{node.tag} {name}"
    if node.get(ANDROID + "exported") == "true":
        line += " exported"
    if node.get(ANDROID + "permission"):
        line += f" permission={node.get(ANDROID + 'permission')}"
    return line + "".join(f" action={action.get(ANDROID + 'name')}" for action in node.iter("action"))


def texts(apk) -> dict:
    """The names of texts by language; the default language is the empty one."""
    resources = apk.get_android_resources()
    if resources is None:
        return {}
    resources._analyse()
    found = {}
    for package in resources.get_packages_names():
        for locale, values in resources.values[package].items():
            names = [f"{kind}/{name}" for kind, name, _ in values["public"] if kind in TEXTS]
            if names:
                language = "" if locale == "\x00\x00" else locale
                found[language] = sorted(set(names) | set(found.get(language, [])))
    return found


def locale_config(apk) -> list:
    """The languages that the app offers to the phone's settings."""
    file = "res/xml/locales.xml"
    if file not in apk.get_files():
        return []
    config = AXMLPrinter(apk.get_file(file)).get_xml_obj()
    return sorted(node.get(ANDROID + "name") for node in config.iter("locale"))


if __name__ == "__main__":
    main(sys.argv[1])
