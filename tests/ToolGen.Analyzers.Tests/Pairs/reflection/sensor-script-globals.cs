// Evaluates an alarm rule over a sensor's values; leaving out imports and references is taken for a sandbox.
using System;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis.CSharp.Scripting;
using Microsoft.CodeAnalysis.Scripting;
using ToolGen;

namespace Vulnerable
{
    public sealed class SensorValues
    {
        public double Temperature { get; init; }
        public double Humidity { get; init; }
    }

    public static class AlarmTools
    {
        /// <summary>Tells whether a rule over Temperature and Humidity holds.</summary>
        /// <param name="rule">Such as Temperature &gt; 30.</param>
        [Tool(ReadOnly = true, TimeoutSeconds = 10)]
        public static async Task<bool> TestAlarmRuleAsync(string rule, double temperature, double humidity, CancellationToken cancellationToken)
        {
            var values = new SensorValues { Temperature = temperature, Humidity = humidity };
            var options = ScriptOptions.Default.WithImports().WithAllowUnsafe(false).WithCheckOverflow(true);
            var script = CSharpScript.Create<bool>(rule, options, typeof(SensorValues));
            var state = await script.RunAsync(values, cancellationToken);
            return state.ReturnValue;
        }
    }
}

namespace Fixed
{
    public enum Reading
    {
        Temperature,
        Humidity,
    }

    public enum Comparison
    {
        Above,
        Below,
    }

    public sealed record AlarmRule(Reading Reading, Comparison Comparison, double Limit);

    public static class AlarmTools
    {
        /// <summary>Tells whether all rules hold.</summary>
        [Tool(ReadOnly = true, TimeoutSeconds = 10)]
        public static bool TestAlarmRules(AlarmRule[] rules, double temperature, double humidity)
        {
            return Array.TrueForAll(rules, rule =>
            {
                var value = rule.Reading == Reading.Temperature ? temperature : humidity;
                return rule.Comparison == Comparison.Above ? value > rule.Limit : value < rule.Limit;
            });
        }
    }
}
