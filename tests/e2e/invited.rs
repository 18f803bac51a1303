//! A second tablet is set up by the code that the first one shows.

use crate::tablet::turns::one_engine;
use crate::tablet::{Site, Tablet, from_base64};
use serde_json::json;
use std::fs;

/// In place of what reads codes, which no engine here has: it hands the picture to this test, and waits for what that reads.
const DETECTOR: &str = "window.BarcodeDetector = class { async detect(picture) { \
    const canvas = document.createElement('canvas'); canvas.width = picture.width; canvas.height = picture.height; \
    const context = canvas.getContext('2d'); context.drawImage(picture, 0, 0); \
    const { data, width, height } = context.getImageData(0, 0, canvas.width, canvas.height); \
    const letters = []; \
    for (let at = 0; at < data.length; at += 4) letters.push(String.fromCharCode(data[at + 1])); \
    const read = new Promise(tell => { window.tell = tell; }); \
    window.looking = { width, height, pixels: btoa(letters.join('')) }; \
    const rawValue = await read; return rawValue ? [{ rawValue }] : []; } }";

/// What stands in the code of a picture that a tablet looks at.
fn read_code(tablet: &Tablet) -> Option<String> {
    let picture = tablet.until("looking at a picture", "return window.looking", &[]);
    tablet.run("window.looking = null", &[]);
    let side = |name: &str| picture[name].as_u64().unwrap() as usize;
    let (width, pixels) = (side("width"), from_base64(picture["pixels"].as_str().unwrap()));
    let dark = |x: usize, y: usize| pixels[y * width + x] < 128;
    let mut image = rqrr::PreparedImage::prepare_from_bitmap(width, side("height"), dark);
    let code = image.detect_grids().first()?.decode().ok()?;
    Some(code.1)
}

#[test]
fn a_tablet_takes_a_place_from_the_code_of_another_and_its_password_from_a_person() {
    one_engine!(
        Firefox,
        "what an engine does for it is taking a picture, and a barcode is read from one in every engine"
    );
    let notes = std::env::temp_dir().join(format!("porchlight-{}-invited", std::process::id()));
    fs::create_dir_all(&notes).unwrap();
    let passwords = notes.with_extension("passwords");
    fs::write(&passwords, "tablets:Käse & Brot #1\n").unwrap();
    let site = Site::desk(&notes, Some(&passwords));
    let (a, b) = (Tablet::ready(&site), Tablet::ready(&site));
    a.add_partner("Comedor José");
    a.visit_part("#/sync");
    a.press("Use it");
    a.fill("User name", "tablets");
    a.fill("Password", "Käse & Brot #1");
    a.fill("What your team calls it", "Bücherei & Café");
    a.press("Test and add");
    a.see("1 note sent and read back");
    a.press("Change");
    a.see("Set up another tablet");
    a.until_there("svg.code");
    a.run("document.querySelector('svg.code').scrollIntoView({ block: 'center' })", &[]);
    let photo = b.file("photo.png");
    fs::write(&photo, a.picture()).unwrap();

    b.run(DETECTOR, &[]);
    b.visit_part("#/sync/place");
    b.choose_of("A database (CouchDB)");
    let unlike = b.file("unlike.png");
    fs::write(&unlike, b.picture()).unwrap();
    b.give_file("Scan the code of another tablet", &unlike);
    assert_eq!(read_code(&b), None);
    b.run("window.tell(null)", &[]);
    b.see("No code was found in the picture");
    b.give_file("Scan the code of another tablet", &photo);
    let code = read_code(&b).unwrap();
    assert!(code.starts_with(&site.url()) && !code.contains("Brot"), "{code}");
    b.run("window.tell(arguments[0])", &[json!(code)]);
    b.see_value("What your team calls it", "Bücherei & Café");
    b.see_value("User name", "tablets");
    b.see_value("Password", "");
    b.not_see("No code was found in the picture");
    b.fill("Password", "Käse & Brot #1");
    b.press("Test and add");
    b.see("1 received");

    // A tablet that was never used follows the code by its own camera.
    let c = Tablet::new(&site);
    c.visit_page(code.strip_prefix(&site.url()).unwrap());
    c.press("Start");
    c.press("Continue without a name");
    c.see_value("User name", "tablets");
    c.see_value("Password", "");
    c.fill("Password", "Käse & Brot #1");
    c.press("Test and add");
    c.see("1 received");
    c.go("Community");
    c.see_rows(&["Comedor José"]);
    fs::remove_dir_all(notes).unwrap();
    fs::remove_file(passwords).unwrap();
}
