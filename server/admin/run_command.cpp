// SPDX-License-Identifier: GPL-3.0-or-later
#include <google/protobuf/stubs/logging.h>
#include <spdlog/sinks/ostream_sink.h>
#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>
#include <sys/resource.h>

#include <chrono>
#include <csignal>
#include <optional>
#include <ostream>
#include <thread>

#include "server/admin/admin_service.h"
#include "server/admin/answer_text.h"
#include "server/admin/command_line.h"
#include "server/admin/control_link.h"
#include "server/admin/exit_code.h"
#include "server/admin/request_check.h"

namespace liaison {

namespace {

using std::chrono::steady_clock;

/// Another command holds the folder for a moment, a server for long: this is how long a command
/// waits for the former.
constexpr std::chrono::seconds kFolderPatience{5};
constexpr std::chrono::milliseconds kFolderPause{20};

v1::AdminAnswer answerAlone(const ServerFolder& folder, const v1::AdminRequest& request,
                            std::ostream& err)
{
    const SystemClock clock;
    const auto log = std::make_shared<spdlog::logger>(
        "liaison-server", std::make_shared<spdlog::sinks::ostream_sink_mt>(err));
    log->set_pattern("%n: %v");
    const Result<std::unique_ptr<ServerStore>> store = ServerStore::open(folder, *log);
    if (!store) return failure(store.error());
    AdminService service(folder, **store, clock, log);
    const Result<std::optional<RecordId>> id = service.centreOf(request);
    if (!id) return failure(id.error());
    if (!*id) return service.answer(request);
    Result<CentreLedger> centre = folder.openCentre(**id);
    return centre ? service.answer(request, *centre) : failure(centre.error());
}

/// Asks the server that has the folder, or opens it when there is none.
Result<v1::AdminAnswer> answerTo(const AdminCommand& command, std::ostream& err)
{
    // Before anything is made: a mistyped first command must not leave a data folder behind.
    if (Result<Done> checked = checkRequest(command.request); !checked) return checked.error();
    const auto whenMissing = command.request.has_add_centre() ? ServerFolder::WhenMissing::make
                                                              : ServerFolder::WhenMissing::refuse;
    const auto patience = steady_clock::now() + kFolderPatience;
    while (true) {
        const auto running = askRunningServer(command.folder, command.request);
        if (!running) return running.error();
        if (*running) return **running;
        const Result<ServerFolder> folder = ServerFolder::take(command.folder, whenMissing);
        if (folder) return answerAlone(*folder, command.request, err);
        if (folder.error().code != ErrorCode::inUse) return folder.error();
        if (steady_clock::now() > patience) return folder.error();
        std::this_thread::sleep_for(kFolderPause);
    }
}

Result<Done> ask(const AdminCommand& command, std::ostream& out, std::ostream& err)
{
    const Result<v1::AdminAnswer> answer = answerTo(command, err);
    if (!answer) return answer.error();
    if (answer->has_failure()) {
        return Error{errorCodeFrom(answer->failure().code()), answer->failure().detail()};
    }
    out << (command.isJson ? jsonOf(*answer) : textOf(*answer)) << std::flush;
    return done();
}

/// Keeps the signals that ask for an end waiting: whoever reads the port file may send one at once.
class HeldSignals {
public:
    HeldSignals()
    {
        sigset_t ends;
        sigemptyset(&ends);
        sigaddset(&ends, SIGTERM);
        sigaddset(&ends, SIGINT);
        pthread_sigmask(SIG_BLOCK, &ends, &before_);
    }
    HeldSignals(const HeldSignals&) = delete;
    HeldSignals& operator=(const HeldSignals&) = delete;
    ~HeldSignals() { pthread_sigmask(SIG_SETMASK, &before_, nullptr); }

private:
    sigset_t before_{};
};

/// A descriptor for each device: as many as the system lets us have.
void raiseDescriptors()
{
    rlimit limit{};
    if (::getrlimit(RLIMIT_NOFILE, &limit) != 0) return;
    limit.rlim_cur = limit.rlim_max;
    ::setrlimit(RLIMIT_NOFILE, &limit);
}

Result<Done> serve(const ServerSettings& settings)
{
    raiseDescriptors();
    std::optional<HeldSignals> held(std::in_place);
    const SystemClock clock;
    const auto log = std::make_shared<spdlog::logger>(
        "liaison-server", std::make_shared<spdlog::sinks::stderr_sink_mt>());
    log->set_pattern("%Y-%m-%dT%H:%M:%S.%e%z %l %v");
    log->flush_on(spdlog::level::info);
    const Result<std::unique_ptr<Server>> server = Server::open(settings, clock, log);
    if (!server) return server.error();
    (*server)->stopOnSignals();
    held.reset();
    (*server)->run();
    return done();
}

}  // namespace

int runCommandLine(int count, const char* const* arguments, std::ostream& out, std::ostream& err)
{
    // It would print what somebody typed or sent.
    google::protobuf::SetLogHandler(nullptr);
    const Result<Command> command = parseCommandLine(count, arguments);
    Result<Done> result = command ? done() : command.error();
    if (command) {
        if (const auto* text = std::get_if<PrintedText>(&*command)) out << text->text;
        if (const auto* question = std::get_if<AdminCommand>(&*command))
            result = ask(*question, out, err);
        if (const auto* settings = std::get_if<ServerSettings>(&*command))
            result = serve(*settings);
    }
    if (result) return 0;
    err << errorLine(result.error()) << std::endl;
    return exitCode(result.error().code);
}

}  // namespace liaison
