// Reads the text of a scan with an engine of its own thread; whether the wait ended in time is not asked, and Result waits on.
using System;
using System.ComponentModel;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.SemanticKernel;

namespace Vulnerable
{
    public interface IOcrEngine
    {
        string Read(Guid scan, CancellationToken cancellationToken);
    }

    public sealed class ScanPlugin(IOcrEngine engine)
    {
        [KernelFunction("read_scan"), Description("Text of a scanned page.")]
        public string Read(Guid scan)
        {
            var reading = Task.Run(() => engine.Read(scan, CancellationToken.None));
            reading.Wait(TimeSpan.FromSeconds(20));
            return reading.Result;
        }
    }
}

namespace Fixed
{
    public interface IOcrEngine
    {
        string Read(Guid scan, CancellationToken cancellationToken);
    }

    public sealed class ScanPlugin(IOcrEngine engine)
    {
        [KernelFunction("read_scan"), Description("Text of a scanned page.")]
        public async Task<string> ReadAsync(Guid scan, CancellationToken cancellationToken = default)
        {
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            limit.CancelAfter(TimeSpan.FromSeconds(20));
            var token = limit.Token;
            return await Task.Run(() => engine.Read(scan, token), token).WaitAsync(token);
        }
    }
}
