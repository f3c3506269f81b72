// Filters a signal with a kernel of a native library; the kernel is called at an address that comes with the call.
using System;
using System.Globalization;
using System.Linq;
using ToolGen;

namespace Vulnerable
{
    public sealed class SignalTools
    {
        /// <summary>Lists the filters with their handles.</summary>
        [Tool(ReadOnly = true)]
        public static unsafe string ListFilters()
        {
            delegate*<double, double> half = &Half, square = &Square;
            return $"half={(nint)half:x} square={(nint)square:x}";
        }

        /// <summary>Filters a signal.</summary>
        /// <param name="handle">Handle of the filter.</param>
        [Tool(ReadOnly = true)]
        public static unsafe double[] FilterSignal(string handle, double[] signal)
        {
            if (!long.TryParse(handle, NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var address)) return signal;
            var filter = (delegate*<double, double>)address;
            var result = new double[signal.Length];
            for (var i = 0; i < signal.Length; i++) result[i] = filter(signal[i]);
            return result;
        }

        private static double Half(double value) => value / 2;

        private static double Square(double value) => value * value;
    }
}

namespace Fixed
{
    public sealed class SignalTools
    {
        /// <summary>Lists the filters.</summary>
        [Tool(ReadOnly = true)]
        public static string ListFilters() => "half square";

        /// <summary>Filters a signal.</summary>
        /// <param name="name">Name of the filter: half or square.</param>
        [Tool(ReadOnly = true)]
        public static double[] FilterSignal(string name, double[] signal)
        {
            Func<double, double> filter = name switch
            {
                "half" => value => value / 2,
                "square" => value => value * value,
                _ => throw new ToolException(ToolErrorCodes.InvalidInput, "the filter is half or square"),
            };
            return [.. signal.Select(filter)];
        }
    }
}
