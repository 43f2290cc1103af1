import CCurl
import UseCases

/// One transfer by libcurl; whatever was given to it is freed with it.
final class Transfer {
    let handle: UnsafeMutableRawPointer
    private var lists: [UnsafeMutablePointer<curl_slist>?] = []

    /// Seconds in all: a pack of 20 MiB over a line of 3 Mbit/s.
    private static let longest = 60
    private static let longestConnect = 10

    init() throws(Undelivered) {
        guard let handle = curl_easy_init() else { throw Undelivered("libcurl cannot be used") }
        self.handle = handle
        set(CURLOPT_NOSIGNAL, 1)
        set(CURLOPT_TIMEOUT, Self.longest)
        set(CURLOPT_CONNECTTIMEOUT, Self.longestConnect)
        // Nobody is interested in the answer's body, and nobody may fill our memory with it.
        liban_curl_write(handle, { _, size, count, _ in size * count }, nil)
    }

    deinit {
        curl_easy_cleanup(handle)
        for list in lists { curl_slist_free_all(list) }
    }

    func set(_ option: CURLoption, _ text: String) { liban_curl_text(handle, option, text) }
    func set(_ option: CURLoption, _ number: Int) { liban_curl_number(handle, option, number) }

    func set(_ option: CURLoption, _ texts: [String]) {
        var list: UnsafeMutablePointer<curl_slist>?
        for text in texts { list = curl_slist_append(list, text) }
        lists.append(list)
        liban_curl_list(handle, option, list)
    }

    /// Runs it. - Returns: the status the server ended with.
    func run() throws(Undelivered) -> Int {
        let code = curl_easy_perform(handle)
        guard code == CURLE_OK else { throw Undelivered(String(cString: curl_easy_strerror(code))) }
        var status = 0
        liban_curl_response(handle, &status)
        return status
    }
}
