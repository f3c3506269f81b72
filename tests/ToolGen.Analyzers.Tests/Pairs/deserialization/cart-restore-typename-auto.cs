// Restores a shopping cart; the extras of an item are objects, and $type chooses their class.
using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.Linq;
using ModelContextProtocol.Server;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Vulnerable
{
    public sealed record CartItem(string Sku, int Quantity, Dictionary<string, object?> Extras);

    [McpServerToolType]
    public sealed class CartTools
    {
        private static readonly JsonSerializerSettings Settings = new()
        {
            TypeNameHandling = TypeNameHandling.Auto,
            DateParseHandling = DateParseHandling.DateTimeOffset,
        };

        [McpServerTool(Name = "restore_cart"), Description("Restores a cart from a share text.")]
        public string RestoreCart(string shareText)
        {
            try
            {
                var items = JsonConvert.DeserializeObject<CartItem[]>(shareText, Settings) ?? [];
                return string.Join('\n', items.Select(item => $"{item.Quantity} × {item.Sku} ({item.Extras.Count} extras)"));
            }
            catch (JsonException e)
            {
                return "The cart could not be read: " + e.Message;
            }
        }
    }
}

namespace Fixed
{
    public sealed record CartItem(string Sku, int Quantity, Dictionary<string, JToken?> Extras);

    [McpServerToolType]
    public sealed class CartTools
    {
        private static readonly JsonSerializerSettings Settings = new()
        {
            TypeNameHandling = TypeNameHandling.None,
            MaxDepth = 16,
            DateParseHandling = DateParseHandling.DateTimeOffset,
        };

        [McpServerTool(Name = "restore_cart"), Description("Restores a cart from a share text.")]
        public string RestoreCart(string shareText)
        {
            try
            {
                var items = JsonConvert.DeserializeObject<CartItem[]>(shareText, Settings) ?? [];
                return string.Join('\n', items.Select(item => $"{item.Quantity} × {item.Sku} ({item.Extras.Count} extras)"));
            }
            catch (JsonException)
            {
                return "The cart could not be read.";
            }
        }
    }
}
