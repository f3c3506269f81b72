// Waits for a report export to be ready; it sleeps on the thread, again and again, as long as the report is missing.
using System;
using System.ComponentModel;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Vulnerable
{
    public interface IExports
    {
        bool IsReady(Guid report);
        long Size(Guid report);
    }

    public static class ExportFunctions
    {
        public static AIFunction Build(IExports exports) => AIFunctionFactory.Create(
            (Guid report) => WaitFor(exports, report), "wait_for_export", "Waits for an export and gives its size.");

        private static long WaitFor(IExports exports, Guid report)
        {
            while (!exports.IsReady(report))
            {
                Thread.Sleep(1000);
            }

            return exports.Size(report);
        }
    }
}

namespace Fixed
{
    public interface IExports
    {
        bool IsReady(Guid report);
        long Size(Guid report);
    }

    public static class ExportFunctions
    {
        public static AIFunction Build(IExports exports) => AIFunctionFactory.Create(
            (Guid report, CancellationToken cancellationToken) => WaitForAsync(exports, report, cancellationToken),
            "wait_for_export", "Waits up to two minutes for an export and gives its size.");

        private static async Task<long> WaitForAsync(IExports exports, Guid report, CancellationToken cancellationToken)
        {
            using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1));
            for (var second = 0; second < 120; second++)
            {
                if (exports.IsReady(report)) return exports.Size(report);
                await timer.WaitForNextTickAsync(cancellationToken);
            }

            throw new TimeoutException("the export is not ready yet");
        }
    }
}
