// Saves a note on a shipment and logs it; the note is interpolated into the logger's message template.
using System.Collections.Concurrent;
using System.ComponentModel;
using Microsoft.Extensions.Logging;
using ModelContextProtocol.Server;

namespace Vulnerable
{
    [McpServerToolType]
    public sealed class ShippingTools(ILogger<ShippingTools> logger)
    {
        private readonly ConcurrentDictionary<long, string> notes = new();

        [McpServerTool, Description("Adds a note to a shipment.")]
        public string AddNote(long shipment, [Description("The note's text.")] string note)
        {
            if (note.Length > 2000) return "The note is too long.";
            this.notes[shipment] = note;
            logger.LogInformation($"Note on shipment {shipment}: {note}");
            return "saved";
        }
    }
}

namespace Fixed
{
    [McpServerToolType]
    public sealed class ShippingTools(ILogger<ShippingTools> logger)
    {
        private readonly ConcurrentDictionary<long, string> notes = new();

        [McpServerTool, Description("Adds a note to a shipment.")]
        public string AddNote(long shipment, [Description("The note's text.")] string note)
        {
            if (note.Length > 2000) return "The note is too long.";
            this.notes[shipment] = note;
            logger.LogInformation("Note on shipment {Shipment}: {Note}", shipment, note);
            return "saved";
        }
    }
}
