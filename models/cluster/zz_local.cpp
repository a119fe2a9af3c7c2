#include "models/cluster/source_factory.h"
namespace mesoscope::cluster {
__attribute__((weak)) std::unique_ptr<SourceFactory> makeSourceFactory() { return nullptr; }
}
