using System.Collections.Immutable;
using System.Linq;
using ToolGen.Analyzers.Taint;
using ToolGen.Specification.Findings;

namespace ToolGen.Analyzers.Rules;

/// <summary>Where requests, connections and look-ups go.</summary>
internal sealed class RequestRule : FlowRule
{
    private const string Places = "requestUri|requestUriString|address|uri|hostname|host|hostName|hostNameOrAddress|remoteEP|remoteHost|endPoint|endpoint|addresses|url";

    /// <inheritdoc/>
    public override ImmutableArray<FindingDescriptor> Findings => [FindingCatalog.HostFromInput];

    /// <inheritdoc/>
    public override void Describe(FlowModel model)
    {
        Http(model);
        Sockets(model);
        Databases(model);
        foreach (var type in new[] { "System.Xml.XmlDocument", "System.Xml.Linq.XDocument", "System.Xml.Linq.XElement", "System.Xml.Xsl.XslCompiledTransform", "System.Xml.Schema.XmlSchemaSet" })
            foreach (var member in new[] { "Load", "LoadAsync", "Add" }) Sink(model, type, member, "filename|uri|stylesheetUri|schemaUri");
        Sink(model, "System.Xml.XmlReader", "Create", "inputUri");
        Sink(model, "System.Xml.XmlTextReader", ".ctor", "url");
        Sink(model, "System.Xml.XPath.XPathDocument", ".ctor", "uri");
        Sink(model, "System.Xml.XmlResolver", "GetEntity", "absoluteUri");
    }

    private static void Sink(FlowModel model, string type, string member, string parameter = Places) =>
        model.Sink(Danger.Host, FindingCatalog.HostFromInput, type, member, parameter, call => !GuardedClients.Guards(call));

    private static void Http(FlowModel model)
    {
        Sink(model, "System.Net.Http.HttpClient", "*");
        Sink(model, "System.Net.Http.HttpClient", "BaseAddress");
        Sink(model, "System.Net.Http.Json.HttpClientJsonExtensions", "*");
        foreach (var member in new[] { "Send", "SendAsync" })
            model.Sink(new Sink(Danger.Host, FindingCatalog.HostFromInput, call => !GuardedClients.Guards(call)) { Arrives = call => call.Reader(call["request"], "RequestUri") }, "System.Net.Http.HttpMessageInvoker", member);
        model.Checks(Danger.Host, "System.Uri", "IsBaseOf", "uri", when: call => !call.CanBe("this", Danger.Host) || call.Receiver.Constant is not null);
        Sink(model, "System.Net.WebClient", "*");
        Sink(model, "System.Net.WebClient", "BaseAddress");
        foreach (var member in new[] { "Create", "CreateHttp", "CreateDefault" }) Sink(model, "System.Net.WebRequest", member);
        Sink(model, "System.Net.WebSockets.ClientWebSocket", "ConnectAsync");
        Sink(model, "System.Net.WebProxy", ".ctor", "Address|Host|address|host");
        Sink(model, "System.Net.WebProxy", "Address");
        Sink(model, "Flurl.Http.GeneratedExtensions", "*", "url");
        Sink(model, "RestSharp.RestClient", ".ctor", "baseUrl");
        Sink(model, "Grpc.Net.Client.GrpcChannel", "ForAddress", "address");
    }

    private static void Sockets(FlowModel model)
    {
        foreach (var type in new[] { "System.Net.Sockets.TcpClient", "System.Net.Sockets.UdpClient" }) Sink(model, type, ".ctor", "hostname");
        foreach (var type in new[] { "System.Net.Sockets.TcpClient", "System.Net.Sockets.UdpClient", "System.Net.Sockets.Socket" })
            foreach (var member in new[] { "Connect", "ConnectAsync", "BeginConnect", "Send", "SendAsync", "SendTo", "SendToAsync" }) Sink(model, type, member);
        Sink(model, "System.Net.Dns", "*");
        foreach (var member in new[] { "Send", "SendAsync", "SendPingAsync" }) Sink(model, "System.Net.NetworkInformation.Ping", member);
        Sink(model, "System.Net.Mail.SmtpClient", ".ctor");
        Sink(model, "System.Net.Mail.SmtpClient", "Host");
        foreach (var member in new[] { "Connect", "ConnectAsync" }) Sink(model, "MailKit.MailService", member);
        Sink(model, "System.Net.Quic.QuicClientConnectionOptions", "RemoteEndPoint");
        Sink(model, "System.DirectoryServices.Protocols.LdapConnection", ".ctor", "server|identifier");
        Sink(model, "System.IO.Pipes.NamedPipeClientStream", ".ctor", "serverName");
        Sink(model, "Renci.SshNet.SshClient", ".ctor");
    }

    /// <summary>A connection string is cut at semicolons: whoever writes a part of it writes the server too.</summary>
    private static void Databases(FlowModel model)
    {
        foreach (var type in new[] { "System.Data.Common.DbConnection", "Npgsql.NpgsqlDataSource", "Npgsql.NpgsqlDataSourceBuilder", "System.Data.Common.DbConnectionStringBuilder" })
            foreach (var member in new[] { ".ctor", "ConnectionString", "Create" })
                model.Sink(Danger.CommandLine | Danger.Host, FindingCatalog.HostFromInput, type, member, "connectionString", call => !IsFile(call));
        foreach (var member in new[] { "DataSource", "Server", "Host", "NetworkAddress" }) model.Sink(Danger.Host, FindingCatalog.HostFromInput, "System.Data.Common.DbConnectionStringBuilder", member, "*", call => !IsFile(call));
        foreach (var type in new[] { "Npgsql.NpgsqlConnectionStringBuilder", "Microsoft.Data.SqlClient.SqlConnectionStringBuilder", "System.Data.SqlClient.SqlConnectionStringBuilder", "MySqlConnector.MySqlConnectionStringBuilder" })
            foreach (var member in new[] { "DataSource", "Server", "Host" }) model.Sink(Danger.Host, FindingCatalog.HostFromInput, type, member);
        model.Sink(Danger.Host, FindingCatalog.HostFromInput, "System.Data.Common.DbConnectionStringBuilder", "this[]", "value", call => call.Text("keyword")?.ToLowerInvariant() is "server" or "host" or "data source" or "addr" or "address" or "network address");
        foreach (var member in new[] { "ConnectionString", "ToString" }) model.Clears(Danger.CommandLine | Danger.Host, "System.Data.Common.DbConnectionStringBuilder", member);
        foreach (var name in new[] { "UseNpgsql", "UseSqlServer", "UseMySql" })
            foreach (var type in new[] { "Microsoft.EntityFrameworkCore.NpgsqlDbContextOptionsBuilderExtensions", "Microsoft.EntityFrameworkCore.SqlServerDbContextOptionsExtensions", "Microsoft.EntityFrameworkCore.MySqlDbContextOptionsBuilderExtensions" })
                model.Sink(Danger.CommandLine | Danger.Host, FindingCatalog.HostFromInput, type, name, "connectionString");
        Sink(model, "StackExchange.Redis.ConnectionMultiplexer", "*", "configuration");
    }

    /// <summary>A database that is a file goes nowhere: its path is another rule's.</summary>
    private static bool IsFile(SinkSite call) => call.Member.ContainingType.Name.StartsWith("Sqlite", System.StringComparison.OrdinalIgnoreCase);
}
