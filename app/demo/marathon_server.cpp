#include "app/demo/marathon_server.h"

namespace mesoscope::demo {

MarathonServer::MarathonServer(marathon::Marathon& marathon)
    : marathon_(marathon), listener_(marathon),
      server_("Marathon", [this](const httplib::Request& request, httplib::Response& response) {
          listener_.serve(server_, request, response);
      }) {}

void MarathonServer::listen(int port) {
    server_.listen(port);
    marathon_.setAddress("127.0.0.1:" + std::to_string(server_.port()));
}

} // namespace mesoscope::demo
