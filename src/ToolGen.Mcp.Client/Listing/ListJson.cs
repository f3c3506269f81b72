using System.Text.Json.Serialization;

namespace ToolGen.Mcp.Client.Listing;

/// <summary>What is hashed, as JSON: nothing a server says can pass for two parts of it.</summary>
[JsonSerializable(typeof(string[]))]
internal sealed partial class ListJson : JsonSerializerContext;
