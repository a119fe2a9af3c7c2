#include "app/demo/marathon/json.h"

#include <cmath>

namespace mesoscope::demo::marathon {

const Json* member(const Json& object, const char* key) {
    if (!object.is_object())
        return nullptr;
    const auto found = object.find(key);
    return found == object.end() || found->is_null() ? nullptr : &*found;
}

const Json* member(const Json& object, const char* key, const char* inner) {
    const Json* outer = member(object, key);
    return outer ? member(*outer, inner) : nullptr;
}

const Json& listOf(const Json& object, const char* key) {
    static const Json none = Json::array();
    const Json* found = member(object, key);
    return found && found->is_array() ? *found : none;
}

std::string textOf(const Json& object, const char* key) {
    const Json* found = member(object, key);
    return found && found->is_string() ? found->get<std::string>() : std::string();
}

double numberOf(const Json& object, const char* key, double fallback) {
    const Json* found = member(object, key);
    return found && found->is_number() ? found->get<double>() : fallback;
}

std::string compact(const Json& value) {
    return value.dump(-1, ' ', false, Json::error_handler_t::replace);
}

Json withPlainNumbers(const Json& value) {
    if (value.is_number_float()) {
        const double number = value.get<double>();
        if (std::floor(number) == number && std::abs(number) < 9e15)
            return static_cast<std::int64_t>(number);
        return value;
    }
    if (!value.is_structured())
        return value;
    Json result = value;
    for (auto& item : result)
        item = withPlainNumbers(item);
    return result;
}

} // namespace mesoscope::demo::marathon
