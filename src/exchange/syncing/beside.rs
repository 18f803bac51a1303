//! Whether the host that serves the app offers a place beside it.

use crate::ports::Http;
use crate::ports::http::Request;

/// Whether a WebDAV folder answers at this address, also one that first asks who comes.
pub async fn is_offered(http: &dyn Http, url: String) -> bool {
    let headers = vec![("X-Requested-With", "Porchlight".to_owned())];
    let request = Request { method: "OPTIONS", url, headers, body: None };
    match http.send(request).await {
        // A host of plain files may answer anything with its front page, and says nothing of WebDAV.
        Ok(answer) => !answer.redirected && answer.header("dav").is_some(),
        Err(_) => false,
    }
}
