using System;
using System.Collections.Concurrent;
using System.Globalization;

namespace ToolGen.Server.Callers;

/// <summary>
/// What one caller may do over time: make, propose, be refused. Each comes back evenly over the hour; who used it up is told when to come again. A process at the other end of a pipe is the only caller, and makes what the machine can.
/// </summary>
/// <param name="options">How much.</param>
/// <param name="isLone">Whether there is one caller alone.</param>
internal sealed class CallerBudgets(ToolServerOptions options, bool isLone)
{
    private readonly ConcurrentDictionary<string, Budgets> callers = new(StringComparer.Ordinal);

    /// <summary>Takes one of the tools that a caller may make; otherwise the sentence that refuses it.</summary>
    public string? Make(string caller) => isLone || this.Of(caller).Makes.Take(this.Now) is not { } wait ? null
        : string.Create(CultureInfo.InvariantCulture, $"one caller makes {options.MakesAnHour} tools an hour here, and you have: try again in {Words(wait)}; check_spec looks a spec over meanwhile");

    /// <summary>The same for proposals.</summary>
    public string? Propose(string caller) => isLone || this.Of(caller).Proposals.Take(this.Now) is not { } wait ? null
        : string.Create(CultureInfo.InvariantCulture, $"one caller proposes {options.ProposalsAnHour} tools an hour here, and you have: a person reads each. Try again in {Words(wait)}; by its handle the tool is yours meanwhile");

    /// <summary>Counts a record that is no call's: a refusal, a report.</summary>
    public void Recorded(string caller)
    {
        if (!isLone) this.Of(caller).Records.Take(this.Now);
    }

    /// <summary>Why a caller is turned away, unrecorded: its refusals have filled what one caller may leave; null: it is not.</summary>
    /// <param name="caller">Who.</param>
    /// <param name="isFirst">Whether it was not before: that stands in the log.</param>
    public string? Away(string caller, out bool isFirst)
    {
        isFirst = false;
        if (isLone || this.Of(caller).Records.Wait(this.Now, out isFirst) is not { } time) return null;
        return string.Create(CultureInfo.InvariantCulture, $"you were refused more often than the {options.RefusalsAnHour} times an hour that are recorded for one caller: look at what was wrong, and try again in {Words(time)}");
    }

    private DateTimeOffset Now => options.Time.GetUtcNow();

    private Budgets Of(string caller) => this.callers.GetOrAdd(caller, static (_, now) => new(now.Options, now.At), (Options: options, At: this.Now));

    private static string Words(TimeSpan wait) =>
        wait < TimeSpan.FromMinutes(2) ? string.Create(CultureInfo.InvariantCulture, $"{Math.Max(1, Math.Ceiling(wait.TotalSeconds))} s") : string.Create(CultureInfo.InvariantCulture, $"{Math.Ceiling(wait.TotalMinutes)} minutes");

    private sealed class Budgets(ToolServerOptions options, DateTimeOffset at)
    {
        public Budget Makes { get; } = new(options.MakesAnHour, at);

        public Budget Proposals { get; } = new(options.ProposalsAnHour, at);

        public Budget Records { get; } = new(options.RefusalsAnHour, at);
    }

    /// <summary>So many an hour; unused ones are kept up to that.</summary>
    private sealed class Budget(int anHour, DateTimeOffset begin)
    {
        private readonly System.Threading.Lock gate = new();
        private double left = anHour;
        private DateTimeOffset at = begin;
        private bool isWaiting;

        /// <summary>Takes one; null: it is there, else when the next one is.</summary>
        public TimeSpan? Take(DateTimeOffset now)
        {
            lock (this.gate)
            {
                if (this.Missing(now) is { } wait) return wait;
                this.left--;
                return null;
            }
        }

        /// <summary>When the next one is, for who has none; null: one is there. It is the first time until a tenth of all are there again.</summary>
        public TimeSpan? Wait(DateTimeOffset now, out bool isFirst)
        {
            lock (this.gate)
            {
                var wait = this.Missing(now);
                if (this.left >= anHour / 10.0) this.isWaiting = false;
                isFirst = wait is not null && !this.isWaiting;
                this.isWaiting |= wait is not null;
                return wait;
            }
        }

        private TimeSpan? Missing(DateTimeOffset now)
        {
            if (now > this.at)
            {
                this.left = Math.Min(anHour, this.left + ((now - this.at).TotalHours * anHour));
                this.at = now;
            }

            return this.left >= 1 ? null : anHour < 1 ? TimeSpan.FromHours(1) : TimeSpan.FromHours((1 - this.left) / anHour);
        }
    }
}
