// Averages measurements that arrive one by one; the stream is walked without the token, so a pause in it cannot be left.
using System.Collections.Generic;
using System.ComponentModel.DataAnnotations;
using System.Threading;
using System.Threading.Tasks;
using ToolGen;

namespace Vulnerable
{
    public interface IMeasurements
    {
        IAsyncEnumerable<double> Follow(int probe);
    }

    public sealed class ProbeTools(IMeasurements measurements)
    {
        /// <summary>The average of the next values of a probe.</summary>
        [Tool(ReadOnly = true)]
        public async Task<double> AverageOfNextAsync(int probe, [Range(1, 500)] int values, CancellationToken cancellationToken)
        {
            double sum = 0;
            var count = 0;
            await foreach (var value in measurements.Follow(probe))
            {
                sum += value;
                if (++count == values) break;
            }

            return count == 0 ? 0 : sum / count;
        }
    }
}

namespace Fixed
{
    public interface IMeasurements
    {
        IAsyncEnumerable<double> Follow(int probe);
    }

    public sealed class ProbeTools(IMeasurements measurements)
    {
        /// <summary>The average of the next values of a probe.</summary>
        [Tool(ReadOnly = true, TimeoutSeconds = 60)]
        public async Task<double> AverageOfNextAsync(int probe, [Range(1, 500)] int values, CancellationToken cancellationToken)
        {
            double sum = 0;
            var count = 0;
            await foreach (var value in measurements.Follow(probe).WithCancellation(cancellationToken))
            {
                sum += value;
                if (++count == values) break;
            }

            return count == 0 ? 0 : sum / count;
        }
    }
}
