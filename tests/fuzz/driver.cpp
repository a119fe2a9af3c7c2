// Stands in for libFuzzer where the compiler has none: every seed, then the same mutations of them on every machine.
// Arguments: how many inputs, then folders with seeds. A target that aborts, or the sanitizers, fail the run; an input
// that takes longer than two seconds does, too, because no target may be quadratic.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <string>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, size_t size);

namespace {

using Bytes = std::string;
constexpr std::size_t largest = 64 * 1024;

std::vector<Bytes> seedsOf(const std::vector<std::string>& folders) {
    std::vector<std::string> files;
    for (const std::string& folder : folders) {
        for (const auto& entry : std::filesystem::directory_iterator(folder)) {
            if (entry.is_regular_file() && entry.file_size() <= largest)
                files.push_back(entry.path().string());
        }
    }
    std::sort(files.begin(), files.end()); // the same order everywhere
    std::vector<Bytes> seeds{Bytes(), "{}", "{\"id\":\"/a\",\"cmd\":\"sleep 1\"}"};
    for (const std::string& file : files) {
        std::ifstream in(file, std::ios::binary);
        seeds.emplace_back(std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>());
    }
    return seeds;
}

class Mutator {
public:
    explicit Mutator(const std::vector<Bytes>& seeds) : seeds_(seeds) {}

    Bytes next() {
        Bytes input = seeds_[pick(seeds_.size())];
        for (std::size_t i = 1 + pick(6); i > 0; --i)
            mutate(input);
        input.resize(std::min(input.size(), largest));
        return input;
    }

private:
    std::size_t pick(std::size_t below) { return below == 0 ? 0 : std::size_t(random_()) % below; }

    Bytes piece() {
        static constexpr const char* words[] = {"{",
                                                "}",
                                                "[",
                                                "]",
                                                ":",
                                                ",",
                                                "\"",
                                                "\\",
                                                "null",
                                                "true",
                                                "-1",
                                                "1e999",
                                                "0.5",
                                                "\\ud8",
                                                "\n",
                                                " ",
                                                "\"id\":",
                                                "\"apps\":[",
                                                "9999999999999999999",
                                                "\xff",
                                                "\xe4\xb8",
                                                "/"};
        return words[pick(std::size(words))];
    }

    void mutate(Bytes& input) {
        const std::size_t at = pick(input.size() + 1);
        switch (pick(6)) {
        case 0: // another byte
            if (at < input.size())
                input[at] = char(random_());
            break;
        case 1: // a word of the format
            input.insert(at, piece());
            break;
        case 2: // something goes
            input.erase(at, pick(16));
            break;
        case 3: // a part again, many times
            repeat(input, at);
            break;
        case 4: { // a part of another seed
            const Bytes& other = seeds_[pick(seeds_.size())];
            const std::size_t from = pick(other.size() + 1);
            input.insert(at, other.substr(from, pick(64)));
            break;
        }
        default: // it breaks off
            input.resize(at);
        }
    }

    void repeat(Bytes& input, std::size_t at) {
        const Bytes part = input.substr(at, 1 + pick(8));
        for (std::size_t times = pick(200); times > 0 && input.size() < largest; --times)
            input.insert(at, part);
    }

    const std::vector<Bytes>& seeds_;
    std::mt19937 random_{20};
};

bool run(const Bytes& input) {
    using Clock = std::chrono::steady_clock;
    const auto begin = Clock::now();
    LLVMFuzzerTestOneInput(reinterpret_cast<const unsigned char*>(input.data()), input.size());
    const bool quick = Clock::now() - begin < std::chrono::seconds(2);
    if (!quick)
        std::fprintf(stderr, "an input of %zu bytes took more than two seconds\n", input.size());
    return quick;
}

} // namespace

int main(int argc, char** argv) {
    const int inputs = argc > 1 ? std::atoi(argv[1]) : 1000;
    const std::vector<Bytes> seeds = seedsOf(std::vector<std::string>(argv + std::min(argc, 2), argv + argc));
    for (const Bytes& seed : seeds) {
        if (!run(seed))
            return 1;
    }
    Mutator mutator(seeds);
    for (int i = 0; i < inputs; ++i) {
        if (!run(mutator.next()))
            return 1;
    }
    std::printf("%zu seeds and %d mutations\n", seeds.size(), inputs);
    return 0;
}
