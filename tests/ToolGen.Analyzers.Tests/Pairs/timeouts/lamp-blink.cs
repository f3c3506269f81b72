// Blinks a lamp a few times; the pauses between go on after the call is canceled.
using System;
using System.ComponentModel.DataAnnotations;
using System.Threading;
using System.Threading.Tasks;
using ToolGen;

namespace Vulnerable
{
    public interface ILamp
    {
        void Switch(bool on);
    }

    public sealed class LampTools(ILamp lamp)
    {
        /// <summary>Blinks the lamp on the desk.</summary>
        [Tool(OpenWorld = false, Destructive = false)]
        public async Task<int> BlinkAsync([Range(1, 20)] int times, [Range(100, 5000)] int milliseconds, CancellationToken cancellationToken)
        {
            for (var i = 0; i < times; i++)
            {
                lamp.Switch(true);
                await Task.Delay(milliseconds);
                lamp.Switch(false);
                await Task.Delay(milliseconds);
            }

            return times;
        }
    }
}

namespace Fixed
{
    public interface ILamp
    {
        void Switch(bool on);
    }

    public sealed class LampTools(ILamp lamp)
    {
        /// <summary>Blinks the lamp on the desk.</summary>
        [Tool(OpenWorld = false, Destructive = false)]
        public async Task<int> BlinkAsync([Range(1, 20)] int times, [Range(100, 5000)] int milliseconds, CancellationToken cancellationToken)
        {
            try
            {
                for (var i = 0; i < times; i++)
                {
                    lamp.Switch(true);
                    await Task.Delay(milliseconds, cancellationToken);
                    lamp.Switch(false);
                    await Task.Delay(milliseconds, cancellationToken);
                }
            }
            finally
            {
                lamp.Switch(false);
            }

            return times;
        }
    }
}
