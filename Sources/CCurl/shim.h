#include <curl/curl.h>
#include <netinet/in.h>

// Swift cannot call variadic functions: one of a fixed kind for each kind of option.
static inline CURLcode liban_curl_text(CURL *curl, CURLoption option, const char *value) {
    return curl_easy_setopt(curl, option, value);
}
static inline CURLcode liban_curl_number(CURL *curl, CURLoption option, long value) {
    return curl_easy_setopt(curl, option, value);
}
static inline CURLcode liban_curl_list(CURL *curl, CURLoption option, struct curl_slist *value) {
    return curl_easy_setopt(curl, option, value);
}
static inline CURLcode liban_curl_mime(CURL *curl, curl_mime *value) {
    return curl_easy_setopt(curl, CURLOPT_MIMEPOST, value);
}
static inline CURLcode liban_curl_write(CURL *curl, curl_write_callback callback, void *closure) {
    CURLcode code = curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, callback);
    return code == CURLE_OK ? curl_easy_setopt(curl, CURLOPT_WRITEDATA, closure) : code;
}
static inline CURLcode liban_curl_sockets(CURL *curl, curl_opensocket_callback callback, void *closure) {
    CURLcode code = curl_easy_setopt(curl, CURLOPT_OPENSOCKETFUNCTION, callback);
    return code == CURLE_OK ? curl_easy_setopt(curl, CURLOPT_OPENSOCKETDATA, closure) : code;
}
static inline CURLcode liban_curl_response(CURL *curl, long *status) {
    return curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, status);
}
// A function-like macro in some versions of the header.
static inline CURLcode liban_curl_begin(void) { return curl_global_init(CURL_GLOBAL_DEFAULT); }
// The address itself, which is longer than the type it is declared with.
static inline const void *liban_curl_address(const struct curl_sockaddr *address) { return &address->addr; }
