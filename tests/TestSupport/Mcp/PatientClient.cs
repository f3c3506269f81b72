using System;
using ModelContextProtocol.Client;

namespace ToolGen.TestSupport;

/// <summary>A client that waits for a server which starts on a busy machine: otherwise it takes one that has not answered within five seconds for one of an older protocol.</summary>
internal static class PatientClient
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    /// <param name="version">Of the protocol: this one or none; null: what both speak.</param>
    public static McpClientOptions Options(string? version = null) => new() { ProtocolVersion = version, DiscoverProbeTimeout = Patience, InitializationTimeout = Patience };
}
