// Prints the readings of sensors with a composite format that is parsed from the request.
using System;
using System.Globalization;
using System.Linq;
using System.Text;
using Microsoft.Extensions.AI;

namespace Vulnerable
{
    public record ReadingReport(string Pattern, double[] Readings);

    public class SensorReports
    {
        public AIFunction Function => AIFunctionFactory.Create(this.Print, "print_readings", "Prints readings; {0} is the number, {1} the value.");

        public string Print(ReadingReport report)
        {
            CompositeFormat format;
            try
            {
                format = CompositeFormat.Parse(report.Pattern);
            }
            catch (FormatException)
            {
                return "The pattern is no format.";
            }

            return string.Join('\n', report.Readings.Select((v, i) => string.Format(CultureInfo.InvariantCulture, format, i + 1, v)));
        }
    }
}

namespace Fixed
{
    public record ReadingReport(int Decimals, double[] Readings);

    public class SensorReports
    {
        private static readonly CompositeFormat Line = CompositeFormat.Parse("{0,4}: {1}");

        public AIFunction Function => AIFunctionFactory.Create(this.Print, "print_readings", "Prints readings with 0 to 6 decimals.");

        public string Print(ReadingReport report)
        {
            var number = "F" + Math.Clamp(report.Decimals, 0, 6);
            return string.Join('\n', report.Readings.Take(1000).Select((v, i) =>
                string.Format(CultureInfo.InvariantCulture, Line, i + 1, v.ToString(number, CultureInfo.InvariantCulture))));
        }
    }
}
