// Decodes frames of sensors; the options ask for security against flooding, and the resolver still takes type names.
using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.Linq;
using MessagePack;
using MessagePack.Resolvers;
using ModelContextProtocol.Server;

namespace Vulnerable
{
    public sealed class Frame
    {
        public long At { get; set; }

        public object? Reading { get; set; }
    }

    [McpServerToolType]
    public sealed class TelemetryTools
    {
        private static readonly MessagePackSerializerOptions Options = MessagePackSerializerOptions.Standard
            .WithResolver(TypelessContractlessStandardResolver.Instance)
            .WithSecurity(MessagePackSecurity.UntrustedData)
            .WithCompression(MessagePackCompression.Lz4BlockArray);

        [McpServerTool(Name = "decode_frames"), Description("Decodes frames of sensors, given in base64.")]
        public List<string> DecodeFrames(string[] frames) =>
            frames.Select(Convert.FromBase64String)
                .Select(bytes => MessagePackSerializer.Deserialize<Frame>(bytes, Options))
                .OrderBy(frame => frame.At)
                .Select(frame => $"{DateTimeOffset.FromUnixTimeSeconds(frame.At):u} {frame.Reading}")
                .ToList();
    }
}

namespace Fixed
{
    public sealed class Frame
    {
        public long At { get; set; }

        public double Reading { get; set; }
    }

    [McpServerToolType]
    public sealed class TelemetryTools
    {
        private static readonly MessagePackSerializerOptions Options = MessagePackSerializerOptions.Standard
            .WithResolver(ContractlessStandardResolver.Instance)
            .WithSecurity(MessagePackSecurity.UntrustedData)
            .WithCompression(MessagePackCompression.Lz4BlockArray);

        [McpServerTool(Name = "decode_frames"), Description("Decodes frames of sensors, given in base64.")]
        public List<string> DecodeFrames(string[] frames) =>
            frames.Take(1000).Select(Convert.FromBase64String)
                .Select(bytes => MessagePackSerializer.Deserialize<Frame>(bytes, Options))
                .OrderBy(frame => frame.At)
                .Select(frame => $"{DateTimeOffset.FromUnixTimeSeconds(frame.At):u} {frame.Reading}")
                .ToList();
    }
}
