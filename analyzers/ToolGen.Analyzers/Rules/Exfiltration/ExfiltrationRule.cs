using System.Collections.Immutable;
using System.Linq;
using ToolGen.Analyzers.Taint;
using ToolGen.Specification.Findings;

namespace ToolGen.Analyzers.Rules;

/// <summary>What leaves that must not: secrets by any way but the one that they are for, and data of this machine to where a model says.</summary>
internal sealed class ExfiltrationRule : FlowRule
{
    private const string Contents = "content|value|data|message|body|buffer|datagram|bytes";

    /// <inheritdoc/>
    public override ImmutableArray<FindingDescriptor> Findings => [FindingCatalog.SecretLeaves, FindingCatalog.DataToInput];

    /// <inheritdoc/>
    public override void Describe(FlowModel model)
    {
        Secrets(model);
        SecretContents(model);
        Told(model);
        Sent(model);
        ToInput(model);
    }

    private static void Secrets(FlowModel model)
    {
        model.IsSecretName = SecretNames.Tell;
        // A name that somebody else may choose can be that of a secret.
        bool IsSecret(SinkSite call) => call.Arguments.All(argument => argument.Value.Constant is string name ? SecretNames.Tell(name) : call.CanBe(argument.Key, Danger.Input));
        foreach (var name in new[] { "GetEnvironmentVariable", "GetEnvironmentVariables", "ExpandEnvironmentVariables" }) model.Source(Source.Secret, "System.Environment", name, IsSecret);
        const string configuration = "Microsoft.Extensions.Configuration.";
        model.Source(Source.Secret, configuration + "IConfiguration", "this[]", IsSecret);
        foreach (var name in new[] { "GetSection", "GetRequiredSection" }) model.Source(Source.Secret, configuration + "IConfiguration", name, IsSecret);
        foreach (var name in new[] { "Key", "Path" }) model.Clears(Danger.Secret, configuration + "IConfigurationSection", name);
        model.Source(Source.Secret, configuration + "ConfigurationExtensions", "GetConnectionString");
        model.Source(Source.Secret, configuration + "ConfigurationExtensions", "AsEnumerable");
        model.Source(Source.Secret, configuration + "ConfigurationBinder", "GetValue", IsSecret);
        model.Source(Source.Secret, "Microsoft.Extensions.Configuration.ConfigurationRootExtensions", "GetDebugView");
        model.Source(Source.Secret, "Azure.Security.KeyVault.Secrets.SecretClient", "GetSecret");
        model.Source(Source.Secret, "Azure.Security.KeyVault.Secrets.SecretClient", "GetSecretAsync");
        model.Source(Source.Secret, "System.Security.Cryptography.ProtectedData", "Unprotect");
        foreach (var name in new[] { "ExportRSAPrivateKey", "ExportPkcs8PrivateKey", "ExportECPrivateKey", "ExportRSAPrivateKeyPem", "ExportPkcs8PrivateKeyPem", "ExportECPrivateKeyPem" })
            foreach (var type in new[] { "System.Security.Cryptography.AsymmetricAlgorithm", "System.Security.Cryptography.RSA", "System.Security.Cryptography.ECAlgorithm" }) model.Source(Source.Secret, type, name);
    }

    /// <summary>Files, rows and objects whose names say that they hold secrets.</summary>
    private static void SecretContents(FlowModel model)
    {
        foreach (var name in new[] { "ReadAllText", "ReadAllTextAsync", "ReadAllLines", "ReadAllLinesAsync", "ReadLines", "ReadLinesAsync", "ReadAllBytes", "ReadAllBytesAsync", "OpenRead", "OpenText" })
            model.Source(Source.Secret, "System.IO.File", name, call => SecretPlaces.IsFile(call["path"]));
        foreach (var name in new[] { "Query", "QueryAsync", "QueryFirst", "QueryFirstAsync", "QueryFirstOrDefault", "QueryFirstOrDefaultAsync", "QuerySingle", "QuerySingleAsync", "QuerySingleOrDefault", "QuerySingleOrDefaultAsync", "ExecuteScalar", "ExecuteScalarAsync" })
        {
            model.Source(Source.Database, "Dapper.SqlMapper", name);
            model.Source(Source.Secret, "Dapper.SqlMapper", name, call => SecretPlaces.IsSelected(call.Text("sql")));
        }

        // What is written out whole is written out with all that it holds.
        foreach (var (type, name, parameter) in new[] { ("System.Text.Json.JsonSerializer", "Serialize", "value"), ("System.Text.Json.JsonSerializer", "SerializeToUtf8Bytes", "value"), ("System.Text.Json.JsonSerializer", "SerializeToElement", "value"), ("Newtonsoft.Json.JsonConvert", "SerializeObject", "value"), ("System.Net.Http.Json.JsonContent", "Create", "inputValue") })
            model.Source(Source.Secret, type, name, call => SecretPlaces.HoldsOne(call, parameter));
        // Who blanks secrets out of a text has a text with secrets, and a pattern finds only some of them.
        model.Source(Source.Secret, "System.Text.RegularExpressions.Regex", "Replace", call => (call.Text("pattern") ?? call.Property("this", "Pattern") as string) is { } pattern && SecretNames.Tell(pattern) && call.CanBe("input", Danger.LocalData) && call["input"].Flows.Any(flow => flow.Atom is SourceAtom { Source: Source.File }));
        // The parts of an address that hold no credentials.
        foreach (var name in new[] { "Host", "IdnHost", "Authority", "AbsolutePath", "Scheme", "Port", "Segments" }) model.Clears(Danger.Secret, "System.Uri", name);
    }

    /// <summary>What people, logs and models read.</summary>
    private static void Told(FlowModel model)
    {
        void Sink(string type, string member, string parameter = "*") => model.Sink(Danger.Secret, FindingCatalog.SecretLeaves, type, member, parameter);
        model.Answer = new(Danger.Secret, FindingCatalog.SecretLeaves, null);
        Sink("Microsoft.Extensions.Logging.LoggerExtensions", "*", "message|args");
        Sink("System.Console", "Write");
        Sink("System.Console", "WriteLine");
        Sink("System.Diagnostics.Trace", "*", "message|value|args|format");
        Sink("System.Diagnostics.Debug", "*", "message|value|args|format");
        Sink("System.Diagnostics.Activity", "SetTag", "value");
        Sink("System.Diagnostics.Activity", "AddTag", "value");
        Sink("System.Exception", ".ctor", "message|paramName|actualValue");
        Sink("ToolGen.ToolContext", "Log", "message");
        Sink("System.Net.Mail.MailMessage", ".ctor", "subject|body");
        Sink("System.Net.Mail.MailMessage", "Body");
        Sink("System.Net.Mail.MailMessage", "Subject");
        Sink("System.Net.Mail.SmtpClient", "*", "subject|body");
    }

    private static void Sent(FlowModel model)
    {
        void Sink(string type, string member, string parameter) => model.Sink(Danger.Secret, FindingCatalog.SecretLeaves, type, member, parameter);
        const string place = "requestUri|requestUriString|address|hostNameOrAddress|hostName|hostname";
        foreach (var type in new[] { "System.Net.Http.HttpClient", "System.Net.WebClient", "System.Net.Http.Json.HttpClientJsonExtensions", "System.Net.Dns" }) Sink(type, "*", place + "|value|data");
        Sink("System.Net.WebRequest", "Create", place);
        Sink("System.Net.Http.HttpRequestMessage", ".ctor", "requestUri");
        Sink("System.Net.Http.HttpRequestMessage", "RequestUri", "*");
        Sink("System.Net.WebSockets.ClientWebSocket", "ConnectAsync", "uri");
        Sink("System.Net.WebSockets.WebSocket", "SendAsync", "buffer");
        foreach (var type in new[] { "StringContent", "ByteArrayContent", "ReadOnlyMemoryContent", "StreamContent" }) Sink("System.Net.Http." + type, ".ctor", "content");
        Sink("System.Net.Http.Json.JsonContent", "Create", "inputValue");
        model.Sink(Danger.Secret, FindingCatalog.SecretLeaves, "System.Net.Http.Headers.HttpHeaders", "Add", "value|values", call => !SecretNames.Carries(call.Text("name")));
        model.Sink(Danger.Secret, FindingCatalog.SecretLeaves, "System.Net.Http.Headers.HttpHeaders", "TryAddWithoutValidation", "value|values", call => !SecretNames.Carries(call.Text("name")));
    }

    /// <summary>Files and rows that go where a model says.</summary>
    private static void ToInput(FlowModel model)
    {
        Sink To(System.Func<SinkSite, Value> place, Danger danger = Danger.Host) => new(Danger.LocalData | Danger.Secret, FindingCatalog.DataToInput, null) { Also = (place, danger) };
        foreach (var type in new[] { "System.Net.Http.HttpClient", "System.Net.Http.Json.HttpClientJsonExtensions" }) model.Sink(To(call => call["requestUri"]), type, "*", Contents + "|requestUri");
        // A client that carries a key in each of its requests.
        foreach (var type in new[] { "System.Net.Http.HttpClient", "System.Net.Http.Json.HttpClientJsonExtensions" })
            model.Sink(To(call => call["requestUri"]) with { Danger = Danger.Secret, Arrives = call => call.Deep(call.Member.ContainingType.Name == "HttpClient" ? call.Receiver : call["client"]) }, type, "*");
        model.Sink(To(call => call.Reader(call["request"], "Url")) with { Arrives = call => call.Deep(call["request"]) }, "ToolGen.IToolHttp", "SendAsync");
        foreach (var member in new[] { "Send", "SendAsync" })
            model.Sink(To(call => call.Reader(call["request"], "RequestUri")) with { Arrives = call => call.Deep(call["request"]) }, "System.Net.Http.HttpMessageInvoker", member);
        model.Sink(To(call => call["address"]), "System.Net.WebClient", "*", Contents + "|address");
        foreach (var member in new[] { "Send", "SendAsync", "SendMailAsync" })
        {
            model.Sink(To(call => call["recipients"], Danger.Input), "System.Net.Mail.SmtpClient", member, "body|subject");
            model.Sink(To(call => Value.Mix(call.Reader(call["message"], "To"), call.Reader(call["message"], "CC"), call.Reader(call["message"], "Bcc")), Danger.Input) with { Arrives = call => call.Deep(call["message"]) }, "System.Net.Mail.SmtpClient", member);
        }

        model.Sink(To(call => call.Receiver), "System.Net.Sockets.Socket", "*", "buffer|buffers");
        foreach (var member in new[] { "Write", "WriteAsync" }) model.Sink(To(call => call.Deep(call.Receiver)), "System.Net.Sockets.NetworkStream", member, "buffer");
        foreach (var member in new[] { "Send", "SendAsync" }) model.Sink(To(call => Value.Mix(call["hostname"], call["endPoint"], call.Receiver)), "System.Net.Sockets.UdpClient", member, "dgram|datagram");
        model.Sink(To(call => call.Deep(call.Receiver)), "System.Net.WebSockets.WebSocket", "SendAsync", "buffer");
    }
}
