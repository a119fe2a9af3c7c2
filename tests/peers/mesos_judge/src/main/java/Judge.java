import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.protobuf.util.JsonFormat;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.mesos.v1.agent.Protos.Response;

/**
 * Reads every answer of a master and of one of its agents with Mesos' own message classes, as JSON and as protobuf. A field
 * that those classes do not know is an invented one, except the newer ones that real masters send, too. Usage: Judge BASE
 */
public final class Judge {
    private static final String[] MASTER = {"GET_HEALTH", "GET_FLAGS", "GET_VERSION", "GET_METRICS", "GET_LOGGING_LEVEL",
        "GET_STATE", "GET_AGENTS", "GET_FRAMEWORKS", "GET_EXECUTORS", "GET_OPERATIONS", "GET_TASKS", "GET_ROLES",
        "GET_WEIGHTS", "GET_MASTER", "GET_MAINTENANCE_STATUS", "GET_MAINTENANCE_SCHEDULE", "GET_QUOTA"};
    private static final String[] AGENT = {"GET_HEALTH", "GET_FLAGS", "GET_VERSION", "GET_METRICS", "GET_LOGGING_LEVEL",
        "GET_STATE", "GET_CONTAINERS", "GET_FRAMEWORKS", "GET_EXECUTORS", "GET_OPERATIONS", "GET_TASKS", "GET_AGENT",
        "GET_RESOURCE_PROVIDERS"};
    /** What real answers have that is younger than the released classes: AgentInfo.checkpoint, the capability QUOTA_V2. */
    private static final String NEWER = ",\"checkpoint\":true(?=\\}(,\"active\":|[,\\]]))|,\\{\"type\":\"QUOTA_V2\"\\}";
    private static final String NEWER_CAPABILITY = "GET_MASTER.get_master.master_info.capabilities";

    private int passed;
    private int failed;

    public static void main(String[] arguments) throws Exception {
        Judge judge = new Judge();
        judge.master(arguments[0]);
        System.out.println(judge.passed + " passed, " + judge.failed + " failed");
        System.exit(judge.failed == 0 ? 0 : 1);
    }

    private interface Check {
        void run() throws Exception;
    }

    private void check(String name, Check check) {
        try {
            check.run();
            ++passed;
        } catch (Exception | AssertionError error) {
            ++failed;
            System.out.println("FAILED " + name + ": " + error.getMessage());
        }
    }

    private void master(String base) throws Exception {
        for (String type : MASTER)
            both(base + "/api/v1", type, org.apache.mesos.v1.master.Protos.Response.getDefaultInstance());
        check("SUBSCRIBE as JSON", () -> stream(base, "application/json"));
        check("SUBSCRIBE as protobuf", () -> stream(base, "application/x-protobuf"));
        org.apache.mesos.v1.master.Protos.Response.Builder agents = org.apache.mesos.v1.master.Protos.Response.newBuilder();
        agents.mergeFrom(post(base + "/api/v1", body("GET_AGENTS"), "application/x-protobuf"));
        String pid = agents.getGetAgents().getAgents(0).getPid();
        String[] parts = pid.split("@");
        String agent = "http://" + parts[1] + "/" + parts[0] + "/api/v1";
        for (String type : AGENT)
            both(agent, type, Response.getDefaultInstance());
        sandbox(base, agent, agents.getGetAgents().getAgents(0).getAgentInfo().getId().getValue());
    }

    private void sandbox(String base, String agent, String agentId) throws Exception {
        org.apache.mesos.v1.master.Protos.Response tasks =
            org.apache.mesos.v1.master.Protos.Response.parseFrom(post(base + "/api/v1", body("GET_TASKS"), "application/x-protobuf"));
        for (org.apache.mesos.v1.Protos.Task task : tasks.getGetTasks().getTasksList()) {
            if (!task.getAgentId().getValue().equals(agentId))
                continue;
            String folder = "/frameworks/" + task.getFrameworkId().getValue() + "/executors/" + task.getTaskId().getValue() + "/runs/latest";
            json(agent, "LIST_FILES", "{\"type\":\"LIST_FILES\",\"list_files\":{\"path\":\"" + folder + "\"}}", Response.getDefaultInstance());
            json(agent, "READ_FILE", "{\"type\":\"READ_FILE\",\"read_file\":{\"path\":\"" + folder + "/stdout\",\"offset\":0,\"length\":300}}", Response.getDefaultInstance());
            return;
        }
    }

    private static String body(String type) {
        return type.equals("GET_METRICS") ? "{\"type\":\"GET_METRICS\",\"get_metrics\":{}}" : "{\"type\":\"" + type + "\"}";
    }

    private void both(String url, String type, Message example) {
        Message.Builder fromJson = example.newBuilderForType();
        json(url, type, body(type), fromJson);
        check(type + " as protobuf", () -> {
            Message read = example.getParserForType().parseFrom(post(url, body(type), "application/x-protobuf"));
            known(read, type);
            // What moves with time or with every request differs; the rest is one state in two encodings.
            if (!type.equals("GET_METRICS") && !type.equals("GET_CONTAINERS") && !type.equals("GET_MASTER"))
                if (!read.equals(fromJson.build()))
                    throw new AssertionError("differs from the JSON of the same state: " + difference(read.toString(), fromJson.build().toString()));
        });
    }

    /** The first line that is not the same. */
    private static String difference(String left, String right) {
        String[] lines = left.split("\n");
        String[] others = right.split("\n");
        for (int i = 0; i < Math.min(lines.length, others.length); ++i)
            if (!lines[i].equals(others[i]))
                return lines[i].trim() + " and " + others[i].trim();
        return "one is longer";
    }

    private void json(String url, String type, String call, Message example) {
        json(url, type, call, example.newBuilderForType());
    }

    private void json(String url, String type, String call, Message.Builder into) {
        check(type + " as JSON", () -> parse(new String(post(url, call, "application/json"), StandardCharsets.UTF_8), into));
    }

    private static void parse(String text, Message.Builder into) throws InvalidProtocolBufferException {
        JsonFormat.parser().merge(text.replaceAll(NEWER, ""), into);
        if (!into.isInitialized())
            throw new AssertionError("required fields are missing: " + into.getInitializationErrorString());
    }

    /** No message inside has fields that its class does not know. */
    private static void known(Message message, String where) {
        if (!message.getUnknownFields().asMap().isEmpty() && !where.equals(NEWER_CAPABILITY))
            throw new AssertionError(where + " has unknown fields " + message.getUnknownFields().asMap().keySet());
        for (Map.Entry<FieldDescriptor, Object> field : message.getAllFields().entrySet()) {
            if (field.getKey().getJavaType() != FieldDescriptor.JavaType.MESSAGE)
                continue;
            List<?> values = field.getKey().isRepeated() ? (List<?>) field.getValue() : List.of(field.getValue());
            for (Object value : values)
                known((Message) value, where + "." + field.getKey().getName());
        }
    }

    private void stream(String base, String accept) throws Exception {
        HttpURLConnection connection = open(base + "/api/v1", body("SUBSCRIBE"), accept);
        List<String> types = new ArrayList<>();
        try (InputStream in = connection.getInputStream()) {
            while (types.size() < 2) {
                byte[] record = record(in);
                org.apache.mesos.v1.master.Protos.Event.Builder event = org.apache.mesos.v1.master.Protos.Event.newBuilder();
                if (accept.endsWith("json"))
                    parse(new String(record, StandardCharsets.UTF_8), event);
                else
                    event.mergeFrom(record);
                known(event.build(), "event");
                types.add(event.getType().name());
            }
        } finally {
            connection.disconnect();
        }
        if (!types.equals(List.of("SUBSCRIBED", "HEARTBEAT")))
            throw new AssertionError("the stream begins with " + types);
    }

    private static byte[] record(InputStream in) throws Exception {
        StringBuilder length = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < '0' || c > '9')
                throw new AssertionError("a record's length has the character " + c);
            length.append((char) c);
        }
        return in.readNBytes(Integer.parseInt(length.toString()));
    }

    private static HttpURLConnection open(String url, String call, String accept) throws Exception {
        HttpURLConnection connection = (HttpURLConnection) new URL(url).openConnection();
        connection.setConnectTimeout(5000);
        connection.setReadTimeout(30000);
        connection.setDoOutput(true);
        connection.setRequestProperty("Content-Type", "application/json");
        connection.setRequestProperty("Accept", accept);
        connection.getOutputStream().write(call.getBytes(StandardCharsets.UTF_8));
        if (connection.getResponseCode() != 200)
            throw new AssertionError("status " + connection.getResponseCode());
        return connection;
    }

    private static byte[] post(String url, String call, String accept) throws Exception {
        try (InputStream in = open(url, call, accept).getInputStream()) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            in.transferTo(out);
            return out.toByteArray();
        }
    }
}
