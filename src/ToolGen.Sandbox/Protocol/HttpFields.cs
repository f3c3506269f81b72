using System.Collections.Generic;

namespace ToolGen.Sandbox.Protocol;

/// <summary>Requests and answers in a frame.</summary>
internal static class HttpFields
{
    public static void Write(FrameWriter writer, ToolHttpRequest request)
    {
        writer.Text(request.Method).Text(request.Url);
        WriteHeaders(writer, request.Headers);
        writer.Bool(request.Body is not null);
        if (request.Body is { } body) writer.Bytes(body.Span);
        writer.OptionalText(request.ContentType).Int(request.Retries).Bool(request.Auth is not null);
        if (request.Auth is { } auth) writer.Text(auth.Scheme).Text(auth.Secret).OptionalText(auth.Carrier).OptionalText(auth.Algorithm).OptionalText(auth.Over).Bool(auth.Optional);
    }

    public static ToolHttpRequest ReadRequest(ref FrameReader reader)
    {
        var request = new ToolHttpRequest(reader.Text(), reader.Text()) { Headers = ReadHeaders(ref reader) };
        if (reader.Bool()) request = request with { Body = reader.Bytes().ToArray() };
        request = request with { ContentType = reader.OptionalText(), Retries = reader.Int() };
        return !reader.Bool() ? request : request with
        {
            Auth = new ToolHttpAuth(reader.Text(), reader.Text())
            {
                Carrier = reader.OptionalText(),
                Algorithm = reader.OptionalText(),
                Over = reader.OptionalText(),
                Optional = reader.Bool(),
            },
        };
    }

    public static void Write(FrameWriter writer, ToolHttpResponse response)
    {
        writer.Int(response.Status).Text(response.Url);
        WriteHeaders(writer, response.Headers);
        writer.Bytes(response.Body.Span);
    }

    public static ToolHttpResponse ReadResponse(ref FrameReader reader) => new(reader.Int(), reader.Text(), ReadHeaders(ref reader), reader.Bytes().ToArray());

    private static void WriteHeaders(FrameWriter writer, IReadOnlyList<KeyValuePair<string, string>> headers)
    {
        writer.Int(headers.Count);
        foreach (var (name, value) in headers) writer.Text(name).Text(value);
    }

    private static KeyValuePair<string, string>[] ReadHeaders(ref FrameReader reader)
    {
        var headers = new KeyValuePair<string, string>[reader.Count(8, FrameReader.Object)];
        for (var i = 0; i < headers.Length; i++) headers[i] = new(reader.Text(), reader.Text());
        return headers;
    }
}
