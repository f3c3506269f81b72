using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace ToolGen.Registry.Retrieval.Ranking;

/// <summary>Asks a model, for so long and no longer. One that failed rests, so that nobody waits for it again and again; that it failed is told once. Thread-safe.</summary>
internal sealed class DenseAsker(DenseModel model)
{
    private const int LongestReason = 300, MostKept = 1_000;

    /// <summary>The text that is always the same: its vector tells models apart, and whether one answers.</summary>
    public static readonly string[] Probe = ["toolgen"];

    private readonly Lock gate = new();
    private readonly Dictionary<string, float[]> kept = new(StringComparer.Ordinal);
    private bool isFailing;
    private bool isInDoubt;
    private long restsUntil;
    private long updatesFrom;
    private int refused;

    public DenseModel Model => model;

    public bool IsResting
    {
        get
        {
            lock (this.gate) return this.isInDoubt || (this.isFailing && Environment.TickCount64 < this.restsUntil);
        }
    }

    /// <summary>Whether it did not answer when it was asked last.</summary>
    public bool IsFailing
    {
        get
        {
            lock (this.gate) return this.isFailing;
        }
    }

    /// <summary>Whether vectors of tools may be asked for.</summary>
    public bool MayUpdate
    {
        get
        {
            lock (this.gate) return !this.isInDoubt && Environment.TickCount64 >= this.updatesFrom && (!this.isFailing || Environment.TickCount64 >= this.restsUntil);
        }
    }

    /// <summary>The vector of a request; null: there is none now.</summary>
    public async ValueTask<float[]?> QueryAsync(string text, int dimensions, CancellationToken cancellationToken)
    {
        if (this.Kept(text, dimensions) is { } known) return known;
        if (this.IsResting) return null;
        var (vectors, why) = await this.AskAsync([text], dimensions, model.QueryTime, cancellationToken).ConfigureAwait(false);
        if (vectors is null)
        {
            await this.DoubtAsync(why!, dimensions, cancellationToken).ConfigureAwait(false);
            return null;
        }

        this.Answered();
        lock (this.gate)
        {
            if (this.kept.Count >= MostKept) this.kept.Clear();
            this.kept[text] = vectors[0];
        }

        return vectors[0];
    }

    /// <summary>A vector for each text, or why there is none. It rests after neither.</summary>
    public async ValueTask<(IReadOnlyList<float[]>? Vectors, string? Why)> AskAsync(IReadOnlyList<string> texts, int dimensions, TimeSpan time, CancellationToken cancellationToken)
    {
        using var late = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        try
        {
            late.CancelAfter(time);

            // What does not listen to the end of its time is left behind.
            return (DenseText.Checked(await model.Generator.GenerateAsync(texts, cancellationToken: late.Token).WaitAsync(late.Token).ConfigureAwait(false), texts.Count, dimensions), null);
        }
        catch (Exception) when (cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            return (null, string.Create(System.Globalization.CultureInfo.InvariantCulture, $"the model of embeddings did not answer within {time.TotalSeconds:0.#} s"));
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return (null, e.Message.StartsWith("the model of embeddings", StringComparison.Ordinal) ? e.Message : $"the model of embeddings failed: {e.Message}");
        }
    }

    /// <summary>It rests.</summary>
    public void Failed(string why)
    {
        lock (this.gate)
        {
            this.restsUntil = Environment.TickCount64 + (long)model.RestTime.TotalMilliseconds;
            if (this.isFailing) return;
            this.isFailing = true;
        }

        model.Log?.Invoke($"{Line(why)}; tools are found by words alone until it answers");
    }

    /// <summary>It answers, but refuses too many texts for one update: the next one goes on from there a while later, and requests are answered by it meanwhile.</summary>
    public void Later()
    {
        lock (this.gate) this.updatesFrom = Environment.TickCount64 + (long)model.RestTime.TotalMilliseconds;
    }

    /// <summary>Vectors that were kept are of another model.</summary>
    public void Forget()
    {
        lock (this.gate) this.kept.Clear();
    }

    /// <summary>Texts of so many tools it does not take: they are found by words alone.</summary>
    public void Refused(int tools, string? why)
    {
        if (Interlocked.Exchange(ref this.refused, tools) != tools && tools > 0) model.Log?.Invoke($"{tools} {(tools == 1 ? "tool is" : "tools are")} found by words alone: {Line(why!)}");
    }

    /// <summary>It may be asked.</summary>
    public void Answered()
    {
        lock (this.gate)
        {
            if (!this.isFailing) return;
            this.isFailing = false;
        }

        model.Log?.Invoke("the model of embeddings answers again");
    }

    private float[]? Kept(string text, int dimensions)
    {
        lock (this.gate) return this.kept.GetValueOrDefault(text) is { } known && known.Length == dimensions ? known : null;
    }

    /// <summary>One request can be too long for it, or be refused: whoever asked that takes the model from nobody. It rests where it does not answer what it answered before either.</summary>
    private async Task DoubtAsync(string why, int dimensions, CancellationToken cancellationToken)
    {
        lock (this.gate)
        {
            if (this.isInDoubt) return;
            this.isInDoubt = true;
        }

        try
        {
            if ((await this.AskAsync(Probe, dimensions, model.QueryTime, cancellationToken).ConfigureAwait(false)).Vectors is null) this.Failed(why);
        }
        finally
        {
            lock (this.gate) this.isInDoubt = false;
        }
    }

    private static string Line(string why)
    {
        var line = why.ReplaceLineEndings(" ");
        return line.Length > LongestReason ? line[..LongestReason] + "…" : line;
    }
}
