using System;
using System.Collections.Generic;
using System.IO;
using System.Threading;
using System.Threading.Tasks;

namespace ToolGen;

/// <summary>What a context offers that has no effects: every use is <c>denied</c>.</summary>
internal sealed class DeniedEffects : IToolHttp, IToolFiles, IToolData, IToolCalls, IToolSecrets
{
    public static DeniedEffects Instance { get; } = new();

    public ValueTask<ToolHttpResponse> SendAsync(ToolHttpRequest request, CancellationToken cancellationToken = default) => throw Denied("HTTP");

    public IReadOnlyList<ToolFile> Find(FilePattern pattern) => throw Denied("files");

    public Stream OpenRead(string path) => throw Denied("files");

    public IToolOutputs BeginWrite() => throw Denied("files");

    public ValueTask<IToolDataSession> OpenAsync(string database, bool writes = false, CancellationToken cancellationToken = default) => throw Denied("databases");

    public ValueTask<ToolResult> CallAsync(string tool, ReadOnlyMemory<byte> arguments, string? step = null, CancellationToken cancellationToken = default) => throw Denied("other tools");

    public ValueTask<byte[]> HmacSha256(string name, string text, CancellationToken cancellationToken = default) => throw Denied("secrets");

    private static ToolException Denied(string what) =>
        new(ToolErrorCodes.Denied, $"this host offers no {what}: call the tool with a context that does, such as one of ToolGen.Effects");
}
