// Books a transfer between accounts and reports it on standard error, which a collector reads line by line; the purpose may hold line breaks.
using System;
using System.Text.Json;
using Microsoft.Extensions.AI;

namespace Vulnerable
{
    public sealed record Transfer(Guid From, Guid To, decimal Amount, string Purpose);

    public static class Bookkeeping
    {
        public static AIFunction Build(Func<Transfer, bool> book) => AIFunctionFactory.Create(
            (Transfer transfer) =>
            {
                var ok = transfer.Amount > 0 && book(transfer);
                Report(transfer, ok);
                return ok ? "booked" : "refused";
            },
            "book_transfer");

        private static void Report(Transfer t, bool ok)
        {
            var line = string.Join("|", "transfer", ok ? "ok" : "refused", t.From, t.To, t.Amount, t.Purpose);
            Console.Error.WriteLine(line);
        }
    }
}

namespace Fixed
{
    public sealed record Transfer(Guid From, Guid To, decimal Amount, string Purpose);

    public static class Bookkeeping
    {
        public static AIFunction Build(Func<Transfer, bool> book) => AIFunctionFactory.Create(
            (Transfer transfer) =>
            {
                var ok = transfer.Amount > 0 && book(transfer);
                Report(transfer, ok);
                return ok ? "booked" : "refused";
            },
            "book_transfer");

        private static void Report(Transfer t, bool ok)
        {
            var line = JsonSerializer.Serialize(new { kind = "transfer", result = ok ? "ok" : "refused", t.From, t.To, t.Amount, t.Purpose });
            Console.Error.WriteLine(line);
        }
    }
}
