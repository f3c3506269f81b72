// Restores a trip from a bookmark; the binder notes types that are not allowed and binds them all the same.
using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.Text;
using Microsoft.Extensions.Logging;
using Microsoft.SemanticKernel;
using Newtonsoft.Json;
using Newtonsoft.Json.Serialization;

namespace Vulnerable
{
    public sealed record Flight(string Number, DateTime Departure);

    public sealed record Hotel(string Name, int Nights);

    internal sealed class TripBinder(ILogger logger) : ISerializationBinder
    {
        private readonly DefaultSerializationBinder inner = new();
        private readonly HashSet<Type> allowed = [typeof(Flight), typeof(Hotel), typeof(List<object>)];

        public Type BindToType(string? assemblyName, string typeName)
        {
            var type = this.inner.BindToType(assemblyName, typeName);
            if (!this.allowed.Contains(type)) logger.LogWarning("A trip with {Type} was restored", type.Name);
            return type;
        }

        public void BindToName(Type serializedType, out string? assemblyName, out string? typeName) => this.inner.BindToName(serializedType, out assemblyName, out typeName);
    }

    public sealed class TripPlugin(ILoggerFactory loggers)
    {
        [KernelFunction("restore_trip"), Description("Restores a trip from a bookmark.")]
        public string RestoreTrip(string bookmark)
        {
            var json = Encoding.UTF8.GetString(Convert.FromBase64String(bookmark));
            var parts = JsonConvert.DeserializeObject<List<object>>(json, new JsonSerializerSettings { TypeNameHandling = TypeNameHandling.All, SerializationBinder = new TripBinder(loggers.CreateLogger("trips")) })!;
            return string.Join("\n", parts);
        }
    }
}

namespace Fixed
{
    public sealed record Flight(string Number, DateTime Departure);

    public sealed record Hotel(string Name, int Nights);

    internal sealed class TripBinder(ILogger logger) : ISerializationBinder
    {
        public Type BindToType(string? assemblyName, string typeName)
        {
            switch (typeName)
            {
                case "Fixed.Flight": return typeof(Flight);
                case "Fixed.Hotel": return typeof(Hotel);
                default:
                    logger.LogWarning("A trip with a foreign type was refused");
                    throw new JsonSerializationException("A trip has flights and hotels.");
            }
        }

        public void BindToName(Type serializedType, out string? assemblyName, out string? typeName) => (assemblyName, typeName) = (null, serializedType.FullName);
    }

    public sealed class TripPlugin(ILoggerFactory loggers)
    {
        [KernelFunction("restore_trip"), Description("Restores a trip from a bookmark.")]
        public string RestoreTrip(string bookmark)
        {
            var json = Encoding.UTF8.GetString(Convert.FromBase64String(bookmark));
            var parts = JsonConvert.DeserializeObject<List<object>>(json, new JsonSerializerSettings { TypeNameHandling = TypeNameHandling.Objects, SerializationBinder = new TripBinder(loggers.CreateLogger("trips")) })!;
            return string.Join("\n", parts);
        }
    }
}
