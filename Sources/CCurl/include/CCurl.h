#ifndef CCURL_H
#define CCURL_H

#include <curl/curl.h>
#include <sys/socket.h>

// libcurl is loaded when something is fetched, not when the program starts: with all it needs it costs more
// time than answering a question. What is variadic there has fixed parameters here.

/// Loads libcurl, once; 0 where the system has none. Any thread may call it.
int memcon_curl_load(void);

/// A new transfer; NULL out of memory.
CURL *_Nullable memcon_curl_new(void);
void memcon_curl_free(CURL *_Nonnull transfer);

CURLcode memcon_curl_set_long(CURL *_Nonnull transfer, CURLoption option, long value);
CURLcode memcon_curl_set_text(CURL *_Nonnull transfer, CURLoption option, const char *_Nonnull value);

typedef size_t (*memcon_curl_write)(char *_Nonnull bytes, size_t size, size_t count, void *_Nullable context);
typedef int (*memcon_curl_progress)(void *_Nullable context, curl_off_t total, curl_off_t now,
                                    curl_off_t uploadTotal, curl_off_t uploadNow);
/// Whether a connection to `address` may be made: 0 for no.
typedef int (*memcon_curl_allow)(void *_Nullable context, const struct sockaddr *_Nonnull address);

/// Who takes the body, who may stop the transfer, and who says to which addresses it may connect.
void memcon_curl_set_callbacks(CURL *_Nonnull transfer, memcon_curl_write _Nonnull write,
                               memcon_curl_progress _Nonnull progress,
                               memcon_curl_allow _Nonnull allow, void *_Nonnull context);

/// Headers to send; the list belongs to the caller until `memcon_curl_free_headers`.
struct curl_slist *_Nullable memcon_curl_add_header(struct curl_slist *_Nullable list,
                                                    const char *_Nonnull header);
void memcon_curl_set_headers(CURL *_Nonnull transfer, struct curl_slist *_Nullable list);
void memcon_curl_free_headers(struct curl_slist *_Nullable list);

CURLcode memcon_curl_perform(CURL *_Nonnull transfer);
long memcon_curl_status(CURL *_Nonnull transfer);
/// The address to which the answer redirects, made absolute; NULL if it does not.
const char *_Nullable memcon_curl_redirect(CURL *_Nonnull transfer);
const char *_Nullable memcon_curl_content_type(CURL *_Nonnull transfer);
/// libcurl's words for what went wrong.
const char *_Nonnull memcon_curl_error(CURLcode code);

#endif
