using System;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using ToolGen.Effects.Http;

namespace ToolGen.Effects.Telemetry;

/// <summary>
/// Activities and a meter of the effects that take time: requests, statements, calls of other tools; by OpenTelemetry's conventions for HTTP, databases and
/// generative AI. What a model wrote stands in none of them but the path of a URL: queries, bodies, values and arguments are left out.
/// </summary>
internal static class EffectTelemetry
{
    private static readonly ActivitySource Source = new(ToolGenTelemetry.Name);
    private static readonly Meter Meter = new(ToolGenTelemetry.Name);
    private static readonly Histogram<double> Duration = Meter.CreateHistogram<double>("toolgen.effect.duration", "s", "How long an effect of a call took.");

    /// <summary>Whether somebody listens.</summary>
    public static bool IsOn => Duration.Enabled || Source.HasListeners();

    /// <summary>One message to a server, its answer read.</summary>
    /// <param name="method">As it is sent.</param>
    /// <param name="target">Where it goes.</param>
    /// <param name="path">Its path, secrets masked.</param>
    public static EffectSpan Http(string method, HttpTarget target, string path)
    {
        var span = Begin("http", method, ActivityKind.Client);
        span.Tag("http.request.method", method).Tag("server.address", target.Host).Tag("server.port", target.Port).Tag("url.full", target.Origin + path);
        return span;
    }

    /// <summary>One statement.</summary>
    /// <param name="system">The database's kind as the conventions name it.</param>
    /// <param name="database">Its logical name.</param>
    public static EffectSpan Statement(string system, string database)
    {
        var span = Begin("sql", database, ActivityKind.Client);
        span.Tag("db.system.name", system).Tag("db.namespace", database);
        return span;
    }

    /// <summary>A call of another tool.</summary>
    /// <param name="tool">The callee.</param>
    /// <param name="step">The step of a <c>compose</c> that calls; null elsewhere.</param>
    public static EffectSpan Call(ToolDescriptor tool, string? step)
    {
        var span = Begin("tool", "execute_tool " + tool.Name, ActivityKind.Internal);
        span.Tag("gen_ai.operation.name", "execute_tool").Tag("gen_ai.tool.name", tool.Name).Tag("gen_ai.tool.type", "function").Tag("toolgen.tool.version", tool.Version).Tag("toolgen.step", step);
        return span;
    }

    /// <summary>Tells the meter.</summary>
    public static void Measure(string kind, TimeSpan time, string? error)
    {
        TagList tags = new() { { "toolgen.capability.kind", kind } };
        if (error is not null) tags.Add("error.type", error);
        Duration.Record(time.TotalSeconds, tags);
    }

    private static EffectSpan Begin(string kind, string name, ActivityKind role) => new(kind, QuietActivity.Start(Source, name, role));
}
