#include "CCurl.h"

#include <dlfcn.h>
#include <pthread.h>
#include <sys/types.h>

static struct {
  CURLcode (*global_init)(long);
  CURL *(*easy_init)(void);
  void (*easy_cleanup)(CURL *);
  CURLcode (*easy_setopt)(CURL *, CURLoption, ...);
  CURLcode (*easy_perform)(CURL *);
  CURLcode (*easy_getinfo)(CURL *, CURLINFO, ...);
  const char *(*easy_strerror)(CURLcode);
  struct curl_slist *(*slist_append)(struct curl_slist *, const char *);
  void (*slist_free_all)(struct curl_slist *);
} api;

static int loaded;
static pthread_once_t once = PTHREAD_ONCE_INIT;

static void load(void) {
  static const char *const names[] = {"libcurl.so.4", "libcurl-gnutls.so.4", "libcurl.4.dylib",
                                      "libcurl.dylib"};
  void *library = NULL;
  for (size_t i = 0; i < sizeof names / sizeof names[0] && !library; i++)
    library = dlopen(names[i], RTLD_NOW | RTLD_LOCAL);
  if (!library) return;
#define FIND(name) \
  if (!(*(void **)&api.name = dlsym(library, "curl_" #name))) return
  FIND(global_init);
  FIND(easy_init);
  FIND(easy_cleanup);
  FIND(easy_setopt);
  FIND(easy_perform);
  FIND(easy_getinfo);
  FIND(easy_strerror);
  FIND(slist_append);
  FIND(slist_free_all);
#undef FIND
  loaded = api.global_init(CURL_GLOBAL_DEFAULT) == CURLE_OK;
}

int memcon_curl_load(void) {
  pthread_once(&once, load);
  return loaded;
}

CURL *memcon_curl_new(void) { return memcon_curl_load() ? api.easy_init() : NULL; }

void memcon_curl_free(CURL *transfer) { api.easy_cleanup(transfer); }

// curl.h makes macros of these two, to check types.
#undef curl_easy_setopt
#undef curl_easy_getinfo

CURLcode memcon_curl_set_long(CURL *transfer, CURLoption option, long value) {
  return api.easy_setopt(transfer, option, value);
}

CURLcode memcon_curl_set_text(CURL *transfer, CURLoption option, const char *value) {
  return api.easy_setopt(transfer, option, value);
}

/// What the callback for sockets needs; it lives as long as the thread's transfer.
static _Thread_local memcon_curl_allow allowed;

static curl_socket_t open_socket(void *context, curlsocktype purpose,
                                 struct curl_sockaddr *address) {
  if (purpose != CURLSOCKTYPE_IPCXN || !allowed || !allowed(context, &address->addr))
    return CURL_SOCKET_BAD;
#ifdef SOCK_CLOEXEC
  return socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
#else
  return socket(address->family, address->socktype, address->protocol);
#endif
}

void memcon_curl_set_callbacks(CURL *transfer, memcon_curl_write write,
                               memcon_curl_progress progress, memcon_curl_allow allow,
                               void *context) {
  allowed = allow;
  api.easy_setopt(transfer, CURLOPT_WRITEFUNCTION, write);
  api.easy_setopt(transfer, CURLOPT_WRITEDATA, context);
  api.easy_setopt(transfer, CURLOPT_XFERINFOFUNCTION, progress);
  api.easy_setopt(transfer, CURLOPT_XFERINFODATA, context);
  api.easy_setopt(transfer, CURLOPT_NOPROGRESS, 0L);
  api.easy_setopt(transfer, CURLOPT_OPENSOCKETFUNCTION, open_socket);
  api.easy_setopt(transfer, CURLOPT_OPENSOCKETDATA, context);
}

struct curl_slist *memcon_curl_add_header(struct curl_slist *list, const char *header) {
  return api.slist_append(list, header);
}

void memcon_curl_set_headers(CURL *transfer, struct curl_slist *list) {
  api.easy_setopt(transfer, CURLOPT_HTTPHEADER, list);
}

void memcon_curl_free_headers(struct curl_slist *list) { api.slist_free_all(list); }

CURLcode memcon_curl_perform(CURL *transfer) { return api.easy_perform(transfer); }

long memcon_curl_status(CURL *transfer) {
  long status = 0;
  api.easy_getinfo(transfer, CURLINFO_RESPONSE_CODE, &status);
  return status;
}

const char *memcon_curl_redirect(CURL *transfer) {
  const char *address = NULL;
  api.easy_getinfo(transfer, CURLINFO_REDIRECT_URL, &address);
  return address;
}

const char *memcon_curl_content_type(CURL *transfer) {
  const char *type = NULL;
  api.easy_getinfo(transfer, CURLINFO_CONTENT_TYPE, &type);
  return type;
}

const char *memcon_curl_error(CURLcode code) { return api.easy_strerror(code); }
