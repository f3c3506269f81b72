using ToolGen.Analyzers.Taint;

namespace ToolGen.Analyzers.Rules;

/// <summary>What holds of .NET and the common libraries whatever the rule: what reads from outside, what only looks up, what escapes.</summary>
internal static class Libraries
{
    public static void Describe(FlowModel model)
    {
        Sources(model);
        ToolSources(model);
        Lookups(model);
        foreach (var name in new[] { "Close", "Dispose", "DisposeAsync", "Flush", "FlushAsync", "Open", "OpenAsync", "Clear" })
            foreach (var type in new[] { "System.Data.Common.DbConnection", "System.IO.Stream", "System.IO.TextWriter", "System.IDisposable", "System.IAsyncDisposable" }) model.Silent(type, name);
        // Escapes: what comes out can no longer break out of where it is put.
        foreach (var type in new[] { "System.Uri", "System.Net.WebUtility", "System.Web.HttpUtility", "System.Text.Encodings.Web.TextEncoder" })
            foreach (var name in new[] { "EscapeDataString", "UrlEncode", "Encode", "HtmlEncode" })
                model.Clears(name == "HtmlEncode" ? Danger.Xml : Danger.Host | Danger.Path | Danger.LogLine | Danger.XPath | Danger.Ldap | Danger.LdapName | Danger.Argument, type, name);
        model.Clears(Danger.Pattern | Danger.Backtracking, "System.Text.RegularExpressions.Regex", "Escape");
        model.Clears(Danger.Text & ~Danger.Length, "System.Convert", "ToHexString");
        model.Clears(Danger.Text & ~Danger.Length, "System.Convert", "ToHexStringLower");
        foreach (var type in new[] { "System.Security.Cryptography.SHA256", "System.Security.Cryptography.SHA512", "System.Security.Cryptography.HMACSHA256", "System.Security.Cryptography.SHA1", "System.Security.Cryptography.MD5" })
            model.Clears(Danger.All, type, "HashData");
    }

    private static void Sources(FlowModel model)
    {
        foreach (var name in new[] { "ReadAllText", "ReadAllTextAsync", "ReadAllLines", "ReadAllLinesAsync", "ReadLines", "ReadLinesAsync", "ReadAllBytes", "ReadAllBytesAsync", "OpenRead", "OpenText" }) model.Source(Source.File, "System.IO.File", name);
        foreach (var name in new[] { "OpenRead", "OpenText" }) model.Source(Source.File, "System.IO.FileInfo", name);
        foreach (var name in new[] { "ReadLine", "ReadLineAsync", "ReadToEnd", "ReadToEndAsync", "Read", "ReadAsync", "ReadBlock" }) model.Source(Source.File, "System.IO.TextReader", name);
        foreach (var name in new[] { "ReadLine", "Read", "ReadKey" }) model.Source(Source.Console, "System.Console", name);
        foreach (var name in new[] { "GetStringAsync", "GetByteArrayAsync", "GetStreamAsync", "DownloadString", "DownloadStringTaskAsync", "DownloadData" })
        {
            model.Source(Source.Network, "System.Net.Http.HttpClient", name);
            model.Source(Source.Network, "System.Net.WebClient", name);
        }

        foreach (var name in new[] { "GetAsync", "PostAsync", "PutAsync", "PatchAsync", "DeleteAsync", "Send", "SendAsync" }) model.Source(Source.Network, "System.Net.Http.HttpMessageInvoker", name);
        foreach (var name in new[] { "PostAsJsonAsync", "PutAsJsonAsync", "PatchAsJsonAsync" }) model.Source(Source.Network, "System.Net.Http.Json.HttpClientJsonExtensions", name);
        model.Source(Source.Network, "System.Net.Http.Headers.HttpResponseHeaders", "Location");
        foreach (var name in new[] { "ReadAsStringAsync", "ReadAsByteArrayAsync", "ReadAsStreamAsync", "ReadAsStream" }) model.Source(Source.Network, "System.Net.Http.HttpContent", name);
        foreach (var name in new[] { "GetFromJsonAsync", "ReadFromJsonAsync", "GetFromJsonAsAsyncEnumerable" })
        {
            model.Source(Source.Network, "System.Net.Http.Json.HttpClientJsonExtensions", name);
            model.Source(Source.Network, "System.Net.Http.Json.HttpContentJsonExtensions", name);
        }

        foreach (var name in new[] { "GetString", "GetValue", "GetFieldValue", "GetFieldValueAsync", "GetStream", "GetTextReader", "get_Item" }) model.Source(Source.Database, "System.Data.Common.DbDataReader", name);
        model.Source(Source.Database, "System.Data.Common.DbDataReader", "this[]");
        model.Source(Source.Table, "Microsoft.EntityFrameworkCore.DbContext", "Set");
        foreach (var name in new[] { "ExecuteScalar", "ExecuteScalarAsync" }) model.Source(Source.Database, "System.Data.Common.DbCommand", name);
        foreach (var name in new[] { "GetEnvironmentVariable", "GetEnvironmentVariables", "GetCommandLineArgs", "ExpandEnvironmentVariables" }) model.Source(Source.Environment, "System.Environment", name);
        // Web requests, of both generations of ASP.NET.
        foreach (var name in new[] { "QueryString", "Params", "Form", "Cookies", "Headers", "this[]", "RawUrl", "Url", "UserAgent", "UrlReferrer", "InputStream", "ServerVariables" }) model.Source(Source.Network, "System.Web.HttpRequest", name);
        foreach (var name in new[] { "QueryString", "Query", "Form", "Cookies", "Headers", "Path", "Body", "BodyReader", "RouteValues", "Host" }) model.Source(Source.Network, "Microsoft.AspNetCore.Http.HttpRequest", name);
        model.Source(Source.ArchiveEntry, "System.IO.Compression.ZipArchiveEntry", "FullName");
        model.Source(Source.ArchiveEntry, "System.Formats.Tar.TarEntry", "Name");
        model.Source(Source.ArchiveEntry, "System.Formats.Tar.TarEntry", "LinkName");
        model.Source(Source.ArchiveEntry, "ICSharpCode.SharpZipLib.Zip.ZipEntry", "Name");
        model.Source(Source.ArchiveEntry, "ICSharpCode.SharpZipLib.Tar.TarEntry", "Name");
    }

    /// <summary>What a <c>ToolContext</c> brings in is as foreign as what a library brings in; where it goes is guarded by the host.</summary>
    private static void ToolSources(FlowModel model)
    {
        model.Source(Source.Network, "ToolGen.IToolHttp", "SendAsync");
        model.Source(Source.Network, "ToolGen.IToolCalls", "CallAsync");
        model.Source(Source.File, "ToolGen.IToolFiles", "OpenRead");
        model.Source(Source.Database, "ToolGen.IToolDataSession", "RunAsync");
        model.Source(Source.Environment, "ToolGen.ToolContext", "Setting");
    }

    private static void Lookups(FlowModel model)
    {
        foreach (var type in new[]
        {
            "System.Collections.Generic.IDictionary`2", "System.Collections.Generic.IReadOnlyDictionary`2", "System.Collections.Generic.Dictionary`2", "System.Collections.Frozen.FrozenDictionary`2",
            "System.Collections.Immutable.IImmutableDictionary`2", "System.Collections.Concurrent.ConcurrentDictionary`2", "System.Collections.IDictionary", "System.Collections.Generic.CollectionExtensions",
            "System.Collections.Generic.HashSet`1", "System.Collections.Generic.SortedSet`1", "System.Collections.Frozen.FrozenSet`1", "System.Collections.Immutable.IImmutableSet`1",
        })
            foreach (var name in new[] { "TryGetValue", "GetValueOrDefault" }) model.Lookup(type, name);
    }
}
