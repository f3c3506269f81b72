using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using ToolGen.Analyzers.Taint;

namespace ToolGen.Analyzers.Rules.Authority;

/// <summary>Types of libraries that stand for something of the machine, with everything that derives from them; some by single members only.</summary>
internal sealed class AmbientTypes
{
    private const StringSplitOptions NoEmpty = StringSplitOptions.RemoveEmptyEntries;

    /// <summary>A type, or a type with the members that count, or with <c>!</c> those that do not; <c>new</c> is a constructor, <c>new0</c> one without arguments.</summary>
    private static readonly (AmbientKind Kind, string Types)[] Table =
    [
        (AmbientKind.Files, """
            System.IO.File; System.IO.Directory; System.IO.FileSystemInfo; System.IO.FileStream; System.IO.DriveInfo; System.IO.FileSystemWatcher; System.IO.RandomAccess
            System.IO.Path: GetTempPath GetTempFileName Exists; System.IO.Compression.ZipFile; System.IO.Compression.ZipFileExtensions; System.Formats.Tar.TarFile
            System.IO.MemoryMappedFiles.MemoryMappedFile; System.IO.IsolatedStorage.IsolatedStorageFile; System.IO.Enumeration.FileSystemEnumerator`1; System.IO.Enumeration.FileSystemEnumerable`1
            Microsoft.Extensions.FileProviders.PhysicalFileProvider; System.Formats.Tar.TarEntry: ExtractToFile ExtractToFileAsync
            """),
        (AmbientKind.Network, """
            System.Net.Http.HttpMessageInvoker; System.Net.Http.IHttpClientFactory; System.Net.Http.HttpClientFactoryExtensions; System.Net.Http.Json.HttpClientJsonExtensions; System.Net.Http.HttpMessageHandler
            System.Net.WebClient; System.Net.WebRequest; System.Net.WebResponse; System.Net.HttpListener; System.Net.Dns; System.Net.NetworkInformation.Ping; System.Net.NetworkInformation.NetworkInterface
            System.Net.NetworkInformation.IPGlobalProperties; System.Net.Sockets.Socket; System.Net.Sockets.TcpClient; System.Net.Sockets.TcpListener; System.Net.Sockets.UdpClient; System.Net.Sockets.NetworkStream
            System.Net.WebSockets.WebSocket; System.Net.Mail.SmtpClient; System.Net.Quic.QuicConnection; System.Net.Quic.QuicListener; System.Net.Security.SslStream
            System.IO.Pipes.PipeStream; Grpc.Core.ChannelBase; Grpc.Core.ClientBase; RestSharp.IRestClient; MailKit.IMailService; StackExchange.Redis.IConnectionMultiplexer; StackExchange.Redis.IDatabaseAsync
            """),
        (AmbientKind.Database, """
            System.Data.IDbConnection; System.Data.IDbCommand; System.Data.IDataAdapter; System.Data.Common.DbDataSource; System.Data.Common.DbProviderFactory; System.Data.Common.DbProviderFactories; System.Data.Common.DbBatch
            Microsoft.EntityFrameworkCore.DbContext; Microsoft.EntityFrameworkCore.Infrastructure.DatabaseFacade; Microsoft.EntityFrameworkCore.IDbContextFactory`1
            Microsoft.EntityFrameworkCore.RelationalDatabaseFacadeExtensions; Dapper.SqlMapper; LiteDB.ILiteDatabase; MongoDB.Driver.IMongoClient; MongoDB.Driver.IMongoDatabase
            """),
        (AmbientKind.Clock, """
            System.DateTime: Now UtcNow Today; System.DateTimeOffset: Now UtcNow; System.TimeProvider: System; System.Diagnostics.Stopwatch: StartNew GetTimestamp GetElapsedTime Start Restart new
            System.Environment: TickCount TickCount64; System.Guid: CreateVersion7; Microsoft.Extensions.Internal.SystemClock
            """),
        (AmbientKind.Random, """
            System.Random: Shared new0; System.Guid: NewGuid; System.Security.Cryptography.RandomNumberGenerator; System.Security.Cryptography.RNGCryptoServiceProvider; System.IO.Path: GetRandomFileName
            """),
        (AmbientKind.Environment, """
            System.Environment: !NewLine TickCount TickCount64 StackTrace HasShutdownStarted Is64BitProcess; System.AppContext; System.Runtime.InteropServices.RuntimeInformation; System.OperatingSystem
            System.AppDomain; System.Configuration.ConfigurationManager; Microsoft.Extensions.Configuration.IConfiguration; Microsoft.Extensions.Configuration.ConfigurationBinder
            Microsoft.Extensions.Configuration.ConfigurationExtensions; Microsoft.Extensions.Configuration.IConfigurationBuilder; Microsoft.Win32.Registry; Microsoft.Win32.RegistryKey
            Microsoft.Extensions.Hosting.IHostEnvironment; System.GC: !SuppressFinalize KeepAlive; System.Runtime.GCSettings
            """),
        (AmbientKind.Console, "System.Console; System.Diagnostics.Trace; System.Diagnostics.Debug; System.Diagnostics.EventLog"),
        (AmbientKind.Process, """
            System.Diagnostics.Process; System.Reflection.Assembly: Load LoadFrom LoadFile UnsafeLoadFrom; System.Runtime.Loader.AssemblyLoadContext; System.Runtime.InteropServices.NativeLibrary
            System.Management.Automation.PowerShell; System.Environment: Exit FailFast
            """),
        (AmbientKind.Threads, """
            System.Threading.Thread: new Start; System.Threading.ThreadPool; System.Threading.Timer; System.Timers.Timer; System.Threading.PeriodicTimer; System.Threading.Tasks.Task: Run
            System.Threading.Tasks.TaskFactory; System.ComponentModel.BackgroundWorker
            """),
        (AmbientKind.Zone, """
            System.TimeZoneInfo: Local FindSystemTimeZoneById TryFindSystemTimeZoneById GetSystemTimeZones ConvertTimeBySystemTimeZoneId; System.DateTime: ToLocalTime; System.DateTimeOffset: ToLocalTime LocalDateTime
            System.Globalization.CultureInfo: CurrentCulture CurrentUICulture InstalledUICulture DefaultThreadCurrentCulture DefaultThreadCurrentUICulture; System.Globalization.RegionInfo: CurrentRegion; System.TimeZone
            """),
    ];

    private static readonly ILookup<string, Entry> ByName = Table
        .SelectMany(row => row.Types.Split([';', '\n'], NoEmpty).Select(one => one.Trim()).Where(one => one.Length > 0).Select(one => Entry.Parse(row.Kind, one)))
        .ToLookup(entry => entry.Type, StringComparer.Ordinal);

    private readonly ConcurrentDictionary<ITypeSymbol, Entry[]> known = new(SymbolEqualityComparer.Default);

    /// <summary>What a member of a type reaches.</summary>
    /// <param name="type">The type that is named: of the object, or that declares the member.</param>
    /// <param name="member">Its name; <c>new</c> and <c>new0</c> for constructors.</param>
    public AmbientKind? Of(ITypeSymbol type, string member)
    {
        foreach (var entry in this.known.GetOrAdd(type.OriginalDefinition, Find))
            if (entry.Has(member)) return entry.Kind;
        return null;
    }

    private static Entry[] Find(ITypeSymbol type)
    {
        var entries = new List<Entry>();
        for (var one = type; one is { SpecialType: not SpecialType.System_Object }; one = one.BaseType) entries.AddRange(ByName[Taint.TypeNames.Full(one.OriginalDefinition)]);
        foreach (var face in type.AllInterfaces) entries.AddRange(ByName[Taint.TypeNames.Full(face.OriginalDefinition)]);
        return [.. entries];
    }

    private sealed record Entry(AmbientKind Kind, string Type, bool IsExcept, HashSet<string>? Members)
    {
        public static Entry Parse(AmbientKind kind, string text)
        {
            var colon = text.IndexOf(": ", StringComparison.Ordinal);
            if (colon < 0) return new(kind, text, false, null);
            var members = text.Substring(colon + 2);
            return new(kind, text.Substring(0, colon), members[0] == '!', [.. members.TrimStart('!').Split([' '], NoEmpty)]);
        }

        public bool Has(string member) => this.Members is null || this.Members.Contains(member == "new0" && this.Members.Contains("new") ? "new" : member) != this.IsExcept;
    }
}
