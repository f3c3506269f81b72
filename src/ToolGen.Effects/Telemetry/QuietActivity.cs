using System;
using System.Diagnostics;

namespace ToolGen.Effects.Telemetry;

/// <summary>An activity whose listeners, which are somebody else's code, end no work by what they throw. The default value is one that nobody listens to.</summary>
internal readonly struct QuietActivity : IDisposable
{
    private readonly Activity? outer;

    private QuietActivity(Activity? inner, Activity? outer)
    {
        this.Inner = inner;
        this.outer = outer;
    }

    /// <summary>Null where nobody listens.</summary>
    public Activity? Inner { get; }

    public static QuietActivity Start(ActivitySource source, string name, ActivityKind kind = ActivityKind.Internal)
    {
        var outer = Activity.Current;
        try
        {
            return new(source.StartActivity(name, kind), outer);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // It was begun when one of its listeners threw: the others hear of its end as well.
            var begun = Activity.Current;
            if (begun != outer) new QuietActivity(begun, outer).Dispose();
            Activity.Current = outer;
            return default;
        }
    }

    /// <summary>Tells listeners something.</summary>
    public static void Tell<T>(T what, Action<T> tell)
    {
        try
        {
            tell(what);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // As for the rest: what listens is not what works.
        }
    }

    public void Dispose()
    {
        if (this.Inner is not { } inner) return;
        try
        {
            inner.Dispose();
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            Activity.Current = this.outer;
        }
    }
}
