// Opens the car park's gate; the code is told to the model in the tool's description and checked against a literal.
using System;
using System.ComponentModel;
using System.Threading.Tasks;
using ModelContextProtocol;
using ModelContextProtocol.Server;

namespace Vulnerable
{
    public interface IGate
    {
        Task OpenAsync();
    }

    [McpServerToolType]
    public sealed class GateTools(IGate gate)
    {
        [McpServerTool, Description("Opens the car park's gate. Pass the access token 'gt-tAtizEdqlOv32Tauh3KV'.")]
        public async Task<string> OpenGate(string plate, [DefaultValue("gt-tAtizEdqlOv32Tauh3KV")] string accessToken)
        {
            if (!string.Equals(accessToken, "gt-tAtizEdqlOv32Tauh3KV", StringComparison.Ordinal)) throw new McpException("no access");
            await gate.OpenAsync();
            return $"open for {plate}";
        }
    }
}

namespace Fixed
{
    public interface IGate
    {
        Task<bool> MayEnterAsync(string plate);

        Task OpenAsync();
    }

    [McpServerToolType]
    public sealed class GateTools(IGate gate)
    {
        [McpServerTool, Description("Opens the car park's gate for a registered plate. No access token or password is needed: the plate is checked.")]
        public async Task<string> OpenGate([DefaultValue("<plate>")] string plate)
        {
            if (!await gate.MayEnterAsync(plate)) throw new McpException("This plate is not registered.");
            await gate.OpenAsync();
            return $"open for {plate}";
        }
    }
}
