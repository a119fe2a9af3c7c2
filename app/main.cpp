#include "app/application.h"

int main(int argc, char** argv) {
    return mesoscope::app::run(argc, argv);
}
