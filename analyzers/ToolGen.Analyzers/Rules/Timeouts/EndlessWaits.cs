using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using ToolGen.Analyzers.Taint;

namespace ToolGen.Analyzers.Rules.Timeouts;

/// <summary>Calls of the platform that wait until somebody else acts, and what to write instead.</summary>
internal static class EndlessWaits
{
    private const string Async = "Use `{0}` with a CancellationToken that also has a timeout";
    private const string WithTimeout = "Give it a timeout, or wait with an asynchronous call and a CancellationToken";

    private static readonly Dictionary<string, string> Members = new(StringComparer.Ordinal)
    {
        ["System.Diagnostics.Process"] = "WaitForExit WaitForInputIdle",
        ["System.Net.Sockets.TcpClient"] = "Connect",
        ["System.Net.Sockets.TcpListener"] = "AcceptTcpClient AcceptSocket",
        ["System.Net.Sockets.UdpClient"] = "Receive",
        ["System.Net.Sockets.Socket"] = "Connect Accept Receive ReceiveFrom",
        ["System.Net.Sockets.NetworkStream"] = "Read ReadByte",
        ["System.Net.HttpListener"] = "GetContext GetContextAsync",
        ["System.IO.Pipes.NamedPipeClientStream"] = "Connect",
        ["System.IO.Pipes.NamedPipeServerStream"] = "WaitForConnection",
        ["System.IO.Pipes.PipeStream"] = "Read ReadByte",
        ["System.IO.FileSystemWatcher"] = "WaitForChanged",
        ["System.Net.WebClient"] = "DownloadString DownloadData DownloadFile UploadString UploadData UploadFile UploadValues OpenRead DownloadStringTaskAsync DownloadDataTaskAsync DownloadFileTaskAsync",
        ["System.Console"] = "ReadLine ReadKey Read",
        ["System.IO.TextReader"] = "",
        ["System.Threading.WaitHandle"] = "WaitOne WaitAll WaitAny SignalAndWait",
        ["System.Threading.Monitor"] = "Wait",
        ["System.Threading.SpinWait"] = "SpinUntil",
        ["System.Threading.Thread"] = "Join",
        ["System.Threading.ManualResetEventSlim"] = "Wait",
        ["System.Threading.CountdownEvent"] = "Wait",
        ["System.Threading.Barrier"] = "SignalAndWait",
        ["System.Threading.SemaphoreSlim"] = "Wait",
        ["System.Collections.Concurrent.BlockingCollection`1"] = "Take GetConsumingEnumerable TakeFromAny Add",
    };

    // What the other side of a process or a connection writes is read until it stops.
    private static readonly HashSet<string> Reads = ["ReadToEnd", "ReadLine", "Read", "ReadBlock", "ReadByte", "CopyTo"];

    /// <summary>What to write instead; null: the call ends by itself, or is given an end.</summary>
    public static string? Remedy(IInvocationOperation call)
    {
        if (call.Arguments.Any(one => one.Parameter?.Type.Is(TokenUses.Token) == true && one.ArgumentKind == ArgumentKind.Explicit && !TokenUses.IsNone(one.Value))) return null;
        if (call.Arguments.Any(one => one.ArgumentKind == ArgumentKind.Explicit && IsTime(one) && Bounds.IsInfinite(one.Value))) return WithTimeout;
        if (IsListed(call) && !call.Arguments.Any(one => one.ArgumentKind == ArgumentKind.Explicit && IsTime(one)) && !HasReadTimeout(call)) return Instead(call);
        return Reads.Contains(call.TargetMethod.Name) && call.Instance is IPropertyReferenceOperation { Property: { Name: "StandardOutput" or "StandardError" } } ? Instead(call) : null;
    }

    private static bool IsTime(IArgumentOperation argument) => argument.Parameter is { } parameter
        && (parameter.Type.Is("System.TimeSpan") || parameter.Type.SpecialType is SpecialType.System_Int32 or SpecialType.System_Int64 && (parameter.Name.StartsWith("millisecond", StringComparison.Ordinal) || parameter.Name.IndexOf("timeout", StringComparison.OrdinalIgnoreCase) >= 0));

    private static bool IsListed(IInvocationOperation call)
    {
        for (var type = call.Instance?.Type ?? call.TargetMethod.ContainingType; type is not null; type = type.BaseType)
            if (Members.TryGetValue(Taint.TypeNames.Full(type.OriginalDefinition), out var names) && names.Split(' ').Contains(call.TargetMethod.Name)) return true;
        return false;
    }

    // Streams and sockets have a timeout as a property of the object.
    private static bool HasReadTimeout(IInvocationOperation call) =>
        call.Instance?.Type is { } type && (type.IsA("System.IO.Stream") || type.Name is "Socket" or "UdpClient") && Bounds.AreSetAround(call);

    private static string Instead(IInvocationOperation call)
    {
        var name = call.TargetMethod.Name + "Async";
        var has = call.TargetMethod.ContainingType.GetMembers(name).Length > 0;
        return has ? string.Format(System.Globalization.CultureInfo.InvariantCulture, Async, name) : WithTimeout;
    }
}
