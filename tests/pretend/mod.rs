//! A page in which something is not as the browser has it.

#![allow(dead_code, reason = "every program that includes this uses a part of it")]

use js_sys::{Function, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};

/// A property of an object in the page that is something else until this is dropped.
pub struct Pretend {
    object: Object,
    name: &'static str,
    before: JsValue,
}

impl Pretend {
    pub fn that(object: &JsValue, name: &'static str, value: &JsValue) -> Pretend {
        let object: Object = object.clone().unchecked_into();
        let before = Object::get_own_property_descriptor(&object, &name.into());
        let property = Object::new();
        Reflect::set(&property, &"value".into(), value).unwrap();
        Reflect::set(&property, &"configurable".into(), &true.into()).unwrap();
        assert!(Reflect::define_property(&object, &name.into(), &property).unwrap());
        Pretend { object, name, before }
    }
}

impl Drop for Pretend {
    fn drop(&mut self) {
        assert!(Reflect::delete_property(&self.object, &self.name.into()).unwrap());
        if let Some(before) = self.before.dyn_ref::<Object>() {
            assert!(Reflect::define_property(&self.object, &self.name.into(), before).unwrap());
        }
    }
}

/// What the body of a function in the page returns.
pub fn js(body: &str) -> JsValue {
    Function::new_no_args(body).call0(&JsValue::NULL).unwrap()
}

pub fn navigator() -> JsValue {
    web_sys::window().unwrap().navigator().into()
}
