// Computes interest up to a day; the day can be left out and is then the day on which the machine runs.
using System;
using System.ComponentModel;
using ModelContextProtocol.Server;

namespace Vulnerable
{
    public sealed record InterestQuery
    {
        public required decimal Capital { get; init; }
        public required decimal RatePercent { get; init; }
        public required DateTime From { get; init; }
        public DateTime? AsOf { get; init; }
    }

    [McpServerToolType]
    public static class InterestTools
    {
        [McpServerTool(Name = "accrued_interest", ReadOnly = true, Idempotent = true), Description("Interest that has accrued up to a day.")]
        public static decimal Accrued(InterestQuery query)
        {
            var until = query.AsOf ?? DateTime.Today;
            var days = (until.Date - query.From.Date).Days;
            return days <= 0 ? 0 : Math.Round(query.Capital * query.RatePercent / 100 * days / 365, 2, MidpointRounding.ToEven);
        }
    }
}

namespace Fixed
{
    public sealed record InterestQuery
    {
        public required decimal Capital { get; init; }
        public required decimal RatePercent { get; init; }
        public required DateTime From { get; init; }
        public required DateTime AsOf { get; init; }
    }

    [McpServerToolType]
    public static class InterestTools
    {
        [McpServerTool(Name = "accrued_interest", ReadOnly = true, Idempotent = true), Description("Interest that has accrued up to a day.")]
        public static decimal Accrued(InterestQuery query)
        {
            var until = query.AsOf;
            var days = (until.Date - query.From.Date).Days;
            return days <= 0 ? 0 : Math.Round(query.Capital * query.RatePercent / 100 * days / 365, 2, MidpointRounding.ToEven);
        }
    }
}
