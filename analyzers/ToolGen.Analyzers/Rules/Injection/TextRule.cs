using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using ToolGen.Analyzers.Taint;
using ToolGen.Specification.Findings;

namespace ToolGen.Analyzers.Rules;

/// <summary>Lines of a log, and formats.</summary>
internal sealed class TextRule : FlowRule
{
    private static readonly string[] Numbers = ["SByte", "Byte", "Int16", "UInt16", "Int32", "UInt32", "Int64", "UInt64", "Int128", "UInt128", "Half", "Single", "Double", "Decimal", "Numerics.BigInteger"];

    /// <inheritdoc/>
    public override ImmutableArray<FindingDescriptor> Findings => [FindingCatalog.LogLineFromInput, FindingCatalog.FormatFromInput];

    /// <inheritdoc/>
    public override void Describe(FlowModel model)
    {
        LogLines(model);
        Streams(model);
        // JSON writes line breaks as escapes.
        foreach (var name in new[] { "Serialize", "SerializeToUtf8Bytes" }) model.Clears(Danger.LogLine, "System.Text.Json.JsonSerializer", name);
        Formats(model);
    }

    private static void LogLines(FlowModel model)
    {
        void Sink(string type, string member, string parameter) => model.Sink(Danger.LogLine, FindingCatalog.LogLineFromInput, type, member, parameter);
        foreach (var name in new[] { "Log", "LogTrace", "LogDebug", "LogInformation", "LogWarning", "LogError", "LogCritical", "BeginScope" }) Sink("Microsoft.Extensions.Logging.LoggerExtensions", name, "message|messageFormat");
        foreach (var type in new[] { "Serilog.ILogger", "Serilog.Log" })
            foreach (var name in new[] { "Verbose", "Debug", "Information", "Warning", "Error", "Fatal", "Write" }) Sink(type, name, "messageTemplate");
        foreach (var name in new[] { "Trace", "Debug", "Info", "Warn", "Error", "Fatal", "Log" })
        {
            Sink("NLog.Logger", name, "message|value");
            Sink("NLog.ILogger", name, "message|value");
            Sink("log4net.ILog", name, "message");
        }

        foreach (var type in new[] { "System.Diagnostics.Trace", "System.Diagnostics.Debug" })
            foreach (var name in new[] { "Write", "WriteLine", "WriteIf", "WriteLineIf", "TraceError", "TraceWarning", "TraceInformation", "Fail" }) Sink(type, name, "message|value|format|args");
        foreach (var name in new[] { "TraceEvent", "TraceInformation" }) Sink("System.Diagnostics.TraceSource", name, "message|format|args");
        foreach (var name in new[] { "WriteEntry", "WriteEvent" }) Sink("System.Diagnostics.EventLog", name, "message|values");
        // A line that is added to a file ends where its writer says.
        model.Sink(Danger.LogLine, FindingCatalog.LogLineFromInput, "System.IO.File", "AppendAllText", "contents", call => EndsLine(call["contents"]));
        model.Sink(Danger.LogLine, FindingCatalog.LogLineFromInput, "System.IO.File", "AppendAllTextAsync", "contents", call => EndsLine(call["contents"]));
        foreach (var name in new[] { "AppendAllLines", "AppendAllLinesAsync" }) Sink("System.IO.File", name, "contents");
    }

    /// <summary>The console, and files that are only added to, are read line by line.</summary>
    private static void Streams(FlowModel model)
    {
        model.Configured("System.Console");
        model.Configured("System.IO.StreamWriter");
        foreach (var name in new[] { "Write", "WriteLine", "WriteAsync", "WriteLineAsync" })
        {
            model.Sink(Danger.LogLine, FindingCatalog.LogLineFromInput, "System.Console", name);
            model.Sink(Danger.LogLine, FindingCatalog.LogLineFromInput, "System.IO.TextWriter", name, "*", IsLog);
        }
    }

    private static bool IsLog(SinkSite call) => call.HoldsReady(call["this"], "Error") || call.HoldsReady(call["this"], "Out") || call.Objects("this").Any(one => call.Reader(one, "Append").Constant is true);

    private static bool EndsLine(Value text) => text.Ends is { Length: > 0 } end && end[end.Length - 1] == '\n';

    private static void Formats(FlowModel model)
    {
        void Sink(string type, string member, string parameter = "format") => model.Sink(Danger.Format | Danger.Amount, FindingCatalog.FormatFromInput, type, member, parameter, HasArguments);
        Sink("System.String", "Format");
        Sink("System.Text.StringBuilder", "AppendFormat");
        Sink("System.Text.CompositeFormat", "Parse");
        Sink("System.MemoryExtensions", "TryWrite");
        foreach (var name in new[] { "Write", "WriteLine", "WriteAsync", "WriteLineAsync" })
        {
            Sink("System.IO.TextWriter", name);
            Sink("System.Console", name);
        }

        // Beyond a span's or a date's formats, a number's sets how many digits are written.
        foreach (var number in Numbers)
            foreach (var name in new[] { "ToString", "TryFormat" }) Sink("System." + number, name);
        Sink("System.IFormattable", "ToString");
    }

    /// <summary>A message of Trace, or a text that only happens to be called a format, is none.</summary>
    private static bool HasArguments(SinkSite call) => call.Member is IMethodSymbol method && (method.Parameters.Length > 1 || method.Name is "ToString" or "Parse") && method.Parameters.Any(parameter => parameter.Name == "format");
}
