using System;
using System.Text.Json;

namespace ToolGen.Http;

/// <summary>
/// What a service says of an error. It is foreign text that a model will read, so it stands in quotes, on one line, and short.
/// </summary>
internal static class ServiceMessage
{
    // Pages of HTML say nothing that helps; a body this long is none of a short message.
    private const int MaxBytes = 64 * 1024;

    private static readonly string[] Names = ["message", "error_description", "detail", "error_message", "status_message", "title", "error", "errors"];

    /// <summary>At most 102 characters; null where nothing is said.</summary>
    public static string? Of(ToolHttpResponse answer)
    {
        if (answer.Body.Length is 0 or > MaxBytes) return null;
        var text = FromJson(answer) ?? (IsPlain(answer) ? answer.Text().Trim() : "");
        return text.Length == 0 ? null : ErrorList.Excerpt(System.Text.Encoding.UTF8.GetBytes(ErrorList.Quote(text)));
    }

    private static bool IsPlain(ToolHttpResponse answer) =>
        answer.Header("Content-Type") is not { } type || type.StartsWith("text/plain", StringComparison.OrdinalIgnoreCase);

    private static string? FromJson(ToolHttpResponse answer)
    {
        try
        {
            using var document = JsonDocument.Parse(answer.Body);
            return Find(document.RootElement, 0);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    // A member that is known to hold the message, or one inside it: {"error": {"message": "…"}}, {"errors": [{"detail": "…"}]}.
    private static string? Find(JsonElement value, int depth)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.String when depth > 0:
                return value.GetString();
            case JsonValueKind.Array when depth < 4 && value.GetArrayLength() > 0:
                return Find(value[0], depth + 1);
            case JsonValueKind.Object when depth < 4:
                foreach (var name in Names)
                    if (value.TryGetProperty(name, out var inner) && Find(inner, depth + 1) is { } text) return text;
                return null;
            default:
                return null;
        }
    }
}
