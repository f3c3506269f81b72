// Checks a shipment by a rule set; the rule set arrives as an assembly in base64, only its name is made harmless.
using System;
using System.IO;
using System.Linq;
using System.Runtime.Loader;
using System.Threading;
using System.Threading.Tasks;
using ToolGen;

namespace Vulnerable
{
    public sealed record Shipment(string Country, double Kilograms, bool Dangerous);

    public sealed class RuleContext() : AssemblyLoadContext("rules", isCollectible: true);

    public static class ShipmentTools
    {
        /// <summary>Checks a shipment by a set of rules.</summary>
        /// <param name="name">Name of the set.</param>
        /// <param name="assembly">The set as an assembly in base64.</param>
        [Tool(Name = "check_shipment")]
        public static async Task<string> CheckAsync(Shipment shipment, string name, string assembly, CancellationToken cancellationToken)
        {
            var path = Path.Combine(Path.GetTempPath(), Path.GetFileName(name) + ".dll");
            await File.WriteAllBytesAsync(path, Convert.FromBase64String(assembly), cancellationToken);

            var context = new RuleContext();
            try
            {
                var rules = context.LoadFromAssemblyPath(path).GetTypes().Single(t => t.Name == "Rules");
                return (string)rules.GetMethod("Check")!.Invoke(null, [shipment.Country, shipment.Kilograms, shipment.Dangerous])!;
            }
            finally
            {
                context.Unload();
            }
        }
    }
}

namespace Fixed
{
    public sealed record Shipment(string Country, double Kilograms, bool Dangerous);

    public interface IShipmentRules
    {
        string Check(Shipment shipment);
    }

    public sealed class DomesticRules : IShipmentRules
    {
        public string Check(Shipment shipment) => shipment is { Country: "DE", Kilograms: <= 31.5 } ? "ok" : "too heavy or abroad";
    }

    public sealed class AirRules : IShipmentRules
    {
        public string Check(Shipment shipment) => shipment.Dangerous ? "no dangerous goods by air" : "ok";
    }

    public static class ShipmentTools
    {
        private static readonly IShipmentRules Domestic = new DomesticRules();
        private static readonly IShipmentRules Air = new AirRules();

        /// <summary>Checks a shipment by a set of rules.</summary>
        /// <param name="name">Name of the set: domestic or air.</param>
        [Tool(Name = "check_shipment", ReadOnly = true)]
        public static string Check(Shipment shipment, string name)
        {
            var rules = name switch
            {
                "domestic" => Domestic,
                "air" => Air,
                _ => throw new ToolException(ToolErrorCodes.InvalidInput, "the set is domestic or air"),
            };
            return rules.Check(shipment);
        }
    }
}
