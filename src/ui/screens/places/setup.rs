//! A place is set up, tried, and only then kept; or changed, or forgotten.

use super::runner::{Known, Syncing};
use super::section::{add, tried};
use super::{outside, words};
use crate::exchange::places::Address;
use crate::exchange::syncing::invitation::{self, Invitation};
use crate::exchange::syncing::settings::{Reach, Setting};
use crate::formats::qr::Code;
use crate::model::id::Id;
use crate::model::text::{Message, Text};
use crate::ports::url::Url;
use crate::ports::{FileError, OutFile};
use crate::ui::context::{Head, Ui};
use crate::ui::parts::notice::notice;
use crate::ui::parts::twice::Twice;
use crate::ui::parts::{Icon, Quiet, icon_paths};
use crate::ui::reactive::drawn;
use crate::ui::route::Route;
use crate::ui::words as common;
use leptos::prelude::*;

/// How long a file may be that sets up a place, in bytes.
const MOST: usize = 64 << 10;

/// What kind of place is set up.
#[derive(Clone, Copy, PartialEq)]
enum Kind {
    Folder,
    Beside,
    Dav,
    Couch,
}

/// What is being typed.
#[derive(Clone, Copy)]
struct Setup {
    ui: Ui,
    syncing: Syncing,
    id: StoredValue<Id>,
    known: RwSignal<Option<Known>, LocalStorage>,
    kind: RwSignal<Kind>,
    name: RwSignal<String>,
    address: RwSignal<String>,
    user: RwSignal<String>,
    password: RwSignal<String>,
    /// What the folder is called that was chosen.
    folder: RwSignal<Option<String>>,
    /// Whether recordings travel, too.
    sound: RwSignal<bool>,
    testing: RwSignal<bool>,
    wrong: RwSignal<Option<Message>>,
}

/// Sets up a place, or changes one.
pub fn screen(ui: Ui) -> impl IntoView {
    let (id, beside) = match ui.route.get_untracked() {
        Route::SyncPlace(id) => (id, false),
        route => (None, route == Route::SyncBeside),
    };
    ui.head(move || Head {
        title: if id.is_some() { words::CHANGE_TITLE } else { words::SETUP_TITLE }.get(ui.lang.get()).to_owned(),
        line: String::new(),
        back: Some((Route::Sync, common::BACK.get(ui.lang.get()))),
    });
    let can_pick = outside(ui).is_ok_and(|outside| outside.folders.can_pick());
    let setup = Setup {
        ui,
        syncing: Syncing::of(ui),
        id: StoredValue::new(id.unwrap_or_else(|| ui.work().new_id())),
        known: RwSignal::new_local(None),
        kind: RwSignal::new(match can_pick {
            _ if beside => Kind::Beside,
            true => Kind::Folder,
            false => Kind::Dav,
        }),
        name: RwSignal::default(),
        address: RwSignal::default(),
        user: RwSignal::default(),
        password: RwSignal::default(),
        folder: RwSignal::default(),
        sound: RwSignal::new(false),
        testing: RwSignal::new(false),
        wrong: RwSignal::default(),
    };
    if let Some(id) = id {
        ui.spawn(async move {
            setup.syncing.look().await;
            let known = setup.syncing.places().into_iter().flatten();
            if let Some(known) = { known }.find(|known| known.setting.id == id.to_string()) {
                setup.fill(&known.setting);
                setup.known.try_set(Some(known));
            }
        });
    }
    // A code that was followed brings all but the password along.
    if id.is_none()
        && let Some(invitation) = window().location().hash().ok().and_then(|hash| invited(&hash))
    {
        setup.accept(Some(invitation), "");
    }
    let kinds = [(Kind::Folder, words::KIND_FOLDER), (Kind::Dav, words::KIND_DAV), (Kind::Couch, words::KIND_COUCH)];
    let choices =
        kinds.into_iter().filter(move |(kind, _)| can_pick || *kind != Kind::Folder).map(move |(kind, label)| {
            view! {
                <label class="choice">
                    <input type="radio" name="place-kind" prop:checked=move || setup.kind.get() == kind
                        on:change=move |_| setup.choose(kind)/>
                    <span>{ui.t(label)}</span>
                </label>
            }
        });
    // What was set up goes on being of its kind: another kind is another place.
    let choices = (id.is_none() && !beside).then(|| {
        view! {
            <fieldset class="field">
                <legend class="label">{ui.t(words::KIND)}</legend>
                <div class="choices">{choices.collect_view()}</div>
                <p class="help">{move || setup.what()}</p>
            </fieldset>
        }
    });
    let fields = move || match setup.kind.get() {
        Kind::Folder => folder(setup, id.is_none()).into_any(),
        Kind::Beside => account(setup).into_any(),
        Kind::Dav | Kind::Couch => view! {
            {line(setup, "place-address", words::ADDRESS, Some(words::ADDRESS_HELP), setup.address, "url")}
            {account(setup)}
        }
        .into_any(),
    };
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        setup.test();
    };
    let test = if id.is_some() { words::TEST_AND_SAVE } else { words::TEST_AND_ADD };
    view! {
        <form autocomplete="off" novalidate on:submit=submit>
            <div class="page" data-stack="">
                {choices}
                {move || fields()}
                {line(setup, "place-name", words::PLACE_NAME, None, setup.name, "text")}
                {sound(setup)}
                <div role="status">
                    {move || setup.testing.get().then(|| view! { <p class="soft">{ui.t(words::TESTING)}</p> })}
                </div>
                <div role="alert">{move || setup.wrong.get().map(|wrong| notice(ui, "wrong", wrong))}</div>
                {match id {
                    None => view! {
                        <div class="deeds">
                            {ui.world().files.can_scan().then(|| view! {
                                <Quiet path=icon_paths::SEARCH text=words::SCAN on_tap=move || setup.scan()/>
                            })}
                            <Quiet path=icon_paths::UPLOAD text=words::FROM_FILE on_tap=move || setup.read_file()/>
                        </div>
                    }.into_any(),
                    Some(_) => view! {
                        <section class="group">
                            {move || (setup.kind.get() != Kind::Folder).then(|| view! {
                                <h2>{ui.t(words::GIVE)}</h2>
                                <p class="soft">{ui.t(words::GIVE_WHAT)}</p>
                                {code(setup)}
                                <div class="deeds">
                                    <Quiet path=icon_paths::SHARE text=words::GIVE_FILE on_tap=move || setup.give_file()/>
                                </div>
                            })}
                            <div class="deeds">
                                <Twice path=icon_paths::TRASH text=words::REMOVE class="quiet" sure=words::REMOVE_SURE
                                    on_tap=move || setup.forget()/>
                            </div>
                        </section>
                    }.into_any(),
                }}
            </div>
            <div class="actions">
                <a class="quiet" href=Route::Sync.href()><Icon path=icon_paths::CLOSE/><span>{ui.t(common::CANCEL)}</span></a>
                <button type="submit" class="primary" disabled=move || setup.testing.get()>
                    <Icon path=icon_paths::CHECK/><span>{ui.t(test)}</span>
                </button>
            </div>
        </form>
    }
}

/// A line that is typed.
fn line(
    setup: Setup,
    id: &'static str,
    label: Text,
    help: Option<Text>,
    value: RwSignal<String>,
    inputmode: &'static str,
) -> AnyView {
    let ui = setup.ui;
    let help_id = format!("{id}-help");
    let described = help.map(|_| help_id.clone());
    view! {
        <div class="field">
            <label class="label" for=id>{ui.t(label)}</label>
            <input id=id type="text" inputmode=inputmode dir="auto" autocomplete="off" autocapitalize="off" spellcheck="false"
                aria-describedby=described prop:value=value on:input=move |event| value.set(event_target_value(&event))/>
            {help.map(|help| view! { <p class="help" id=help_id>{ui.t(help)}</p> })}
        </div>
    }
    .into_any()
}

/// Who signs in.
fn account(setup: Setup) -> AnyView {
    let ui = setup.ui;
    let shown = RwSignal::new(false);
    view! {
        {line(setup, "place-user", words::USER, None, setup.user, "text")}
        <div class="field">
            <label class="label" for="place-password">{ui.t(words::PASSWORD)}</label>
            <input id="place-password" type=move || if shown.get() { "text" } else { "password" } autocomplete="off"
                autocapitalize="off" spellcheck="false" aria-describedby="place-password-help" prop:value=setup.password
                on:input=move |event| setup.password.set(event_target_value(&event))/>
            <label class="switch">
                <input type="checkbox" role="switch" prop:checked=shown
                    on:change=move |event| shown.set(event_target_checked(&event))/>
                <span>{ui.t(words::SHOW_PASSWORD)}</span>
            </label>
            <p class="help" id="place-password-help">{ui.t(words::PASSWORD_HELP)}</p>
        </div>
    }
    .into_any()
}

/// Whether recordings travel, too.
fn sound(setup: Setup) -> impl IntoView {
    let ui = setup.ui;
    view! {
        <div class="field">
            <label class="switch">
                <input type="checkbox" role="switch" aria-describedby="place-sound-help" prop:checked=setup.sound
                    on:change=move |event| setup.sound.set(event_target_checked(&event))/>
                <span>{ui.t(words::SOUND)}</span>
            </label>
            <p class="help" id="place-sound-help">{ui.t(words::SOUND_HELP)}</p>
        </div>
    }
}

/// A folder is chosen.
fn folder(setup: Setup, new: bool) -> AnyView {
    let ui = setup.ui;
    let chosen = move || {
        let name = setup.folder.get()?;
        Some(view! { <p dir="auto">{ui.say(words::CHOSEN_FOLDER.with("name", name))}</p> })
    };
    view! {
        <div class="field">
            {move || chosen()}
            {new.then(|| view! {
                <Quiet path=icon_paths::DIRECTORY text=words::CHOOSE_FOLDER on_tap=move || setup.pick_folder()/>
            })}
        </div>
    }
    .into_any()
}

/// The invitation in an address of the app, as a code holds it and as it stands when that was followed.
fn invited(address: &str) -> Option<Invitation> {
    let (_, encoded) = address.split_once(invitation::MARK)?;
    let json = js_sys::decode_uri_component(encoded).ok()?.as_string()?;
    Invitation::from_json(json.as_bytes())
}

/// A code for the camera of another tablet: the address of the app, with the invitation.
fn code(setup: Setup) -> impl IntoView {
    let ui = setup.ui;
    drawn(move || {
        let json = setup.invitation()?.to_json().ok()?;
        let base = document().base_uri().ok().flatten()?;
        let page = base.split('#').next().unwrap_or_default().to_owned();
        let encoded = js_sys::encode_uri_component(&json).as_string()?;
        let Code { side, path } = Code::of(&format!("{page}{}{encoded}", invitation::MARK))?;
        Some(view! {
            <svg class="code" viewBox=format!("0 0 {side} {side}") role="img" aria-label=ui.t(words::CODE)>
                <rect width=side height=side fill="#fff"/><path d=path fill="#000"/>
            </svg>
        })
    })
}

impl Setup {
    fn choose(self, kind: Kind) {
        self.kind.set(kind);
        self.wrong.set(None);
    }

    fn what(self) -> &'static str {
        let text = match self.kind.get() {
            Kind::Folder => words::KIND_FOLDER_WHAT,
            Kind::Beside => words::BESIDE_OFFERED_WHAT,
            Kind::Dav => words::KIND_DAV_WHAT,
            Kind::Couch => words::KIND_COUCH_WHAT,
        };
        text.get(self.ui.lang.get())
    }

    /// Shows how a place was set up, here or on another tablet.
    fn fill(self, setting: &Setting) {
        self.name.set(setting.name.clone());
        self.sound.set(setting.sound);
        let (kind, url, user, password) = match setting.reach.clone() {
            Reach::Folder => (Kind::Folder, String::new(), String::new(), String::new()),
            Reach::Beside { user, password } => (Kind::Beside, String::new(), user, password),
            Reach::Web(Address::WebDav { url, user, password }) => (Kind::Dav, url, user, password),
            Reach::Web(Address::Couch { url, database, user, password }) => {
                (Kind::Couch, format!("{url}{database}"), user, password)
            }
        };
        self.kind.set(kind);
        self.address.set(url);
        self.user.set(user);
        self.password.set(password);
        if kind == Kind::Folder {
            self.folder.set(Some(setting.name.clone()));
        }
    }

    fn pick_folder(self) {
        // The browser opens its picker only straight from the tap.
        let Ok(outside) = outside(self.ui) else { return };
        self.ui.spawn(async move {
            match outside.folders.pick(&self.id.get_value().to_string()).await {
                Ok(name) => {
                    self.wrong.set(None);
                    if self.name.with_untracked(String::is_empty) {
                        self.name.set(name.clone());
                    }
                    self.folder.set(Some(name));
                }
                Err(FileError::Cancelled) => {}
                Err(FileError::Failed(cause)) => self.wrong.set(Some(words::NOT_ADDED.with("reason", cause))),
            }
        });
    }

    /// The place as it is typed.
    fn setting(self) -> Result<Setting, Message> {
        let (user, password) = (self.user.get_untracked().trim().to_owned(), self.password.get_untracked());
        let address = self.address.get_untracked();
        let http = outside(self.ui).map_err(|error| error.message())?.http;
        let reach = match self.kind.get_untracked() {
            Kind::Folder if self.folder.with_untracked(Option::is_none) => return Err(words::NEEDS_FOLDER.message()),
            Kind::Folder => Reach::Folder,
            Kind::Beside => Reach::Beside { user, password },
            Kind::Dav => {
                Reach::Web(Address::webdav(&*http, &address, &user, &password).map_err(|error| error.message())?)
            }
            Kind::Couch => {
                Reach::Web(Address::couch(&*http, &address, "", &user, &password).map_err(|error| error.message())?)
            }
        };
        let typed = self.name.get_untracked().trim().to_owned();
        let name = match (typed.is_empty(), &reach) {
            (false, _) => typed,
            (true, Reach::Web(Address::WebDav { url, .. } | Address::Couch { url, .. })) => {
                Url::parse(url).map_or_else(|| url.clone(), |url| url.host().to_owned())
            }
            (true, _) => words::BESIDE_NAME.get(self.ui.lang.get_untracked()).to_owned(),
        };
        let other_org = self.known.with_untracked(|known| known.as_ref().is_some_and(|known| known.setting.other_org));
        let sound = self.sound.get_untracked();
        Ok(Setting { id: self.id.get_value().to_string(), name, reach, other_org, sound })
    }

    /// Tries the place, and keeps it if it works.
    fn test(self) {
        let ui = self.ui;
        if self.testing.get_untracked() {
            return;
        }
        if ui.practice() {
            return ui.toast(words::PRACTICE_NO_SYNC, None);
        }
        let setting = match self.setting() {
            Ok(setting) => setting,
            Err(wrong) => return self.wrong.set(Some(wrong)),
        };
        self.wrong.set(None);
        self.testing.set(true);
        let here = ui.here();
        ui.spawn(async move {
            let tried = tried(ui, &setting).await;
            self.testing.try_set(false);
            match tried {
                Err(why) => {
                    self.wrong.try_set(Some(words::NOT_ADDED.with("reason", why.message)));
                }
                Ok(()) => {
                    add(ui, self.syncing, setting).await;
                    ui.go_on(here, Route::Sync);
                }
            }
        });
    }

    /// Takes what another tablet has told of a place.
    fn accept(self, invitation: Option<Invitation>, from: &str) {
        match invitation {
            Some(Invitation { name, reach, sound, .. }) => {
                let id = self.id.get_value().to_string();
                self.fill(&Setting { id, name, reach, other_org: false, sound });
                self.wrong.set(None);
            }
            None => self.wrong.set(Some(words::NOT_A_PLACE_FILE.with("file", from))),
        }
    }

    /// Reads a file that another tablet has given away.
    fn read_file(self) {
        let ui = self.ui;
        ui.spawn(async move {
            let Ok(file) = ui.world().files.pick(".json,application/json").await else { return };
            let bytes = file.read(0, MOST).await.unwrap_or_default();
            self.accept(Invitation::from_json(&bytes), &file.name());
        });
    }

    /// Reads the code that another tablet shows.
    fn scan(self) {
        let ui = self.ui;
        ui.spawn(async move {
            match ui.world().files.scan().await {
                Ok(Some(text)) => self.accept(invited(&text), &text),
                Ok(None) => self.wrong.set(Some(words::NO_CODE.message())),
                Err(FileError::Cancelled) => {}
                Err(FileError::Failed(cause)) => self.wrong.set(Some(words::NOT_SCANNED.with("cause", cause))),
            }
        });
    }

    /// What sets up this place on another tablet.
    fn invitation(self) -> Option<Invitation> {
        self.known.with(|known| Invitation::to(&known.as_ref()?.setting))
    }

    /// Gives it away as a file.
    fn give_file(self) {
        let Some(Ok(json)) = untrack(|| self.invitation()).map(|invitation| invitation.to_json()) else { return };
        let pieces = vec![json.into_bytes()];
        let file = OutFile { name: invitation::FILE.to_owned(), media_type: "application/json", pieces };
        self.ui.give(file, self.ui.world().files.can_share());
    }

    /// Syncs there no more.
    fn forget(self) {
        let ui = self.ui;
        let Some(Known { setting, .. }) = self.known.get_untracked() else { return };
        ui.spawn(async move {
            match ui.work().forget_place(&setting.id).await {
                Ok(()) => {
                    if let Ok(outside) = outside(ui) {
                        outside.folders.forget(&setting.id).await;
                    }
                    self.syncing.look().await;
                    ui.take_notices_along();
                    ui.toast(words::REMOVED.with("name", setting.name), None);
                    ui.go(Route::Sync);
                }
                Err(error) => ui.warn(error.message()),
            }
        });
    }
}
