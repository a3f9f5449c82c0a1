# SPDX-License-Identifier: MIT. Generated from openapi.yaml: edit that file, then run `make generate`.
"""DrivingMode, a JSON object of the API."""

from typing import TYPE_CHECKING, Any, Dict, Iterator, KeysView, Literal, Mapping, Optional, TypeVar, Union, overload

import attrs

from infinity_assistant._models import json_reader as reading
from infinity_assistant._models.model import Model
from infinity_assistant.models.music_mood import MusicMood
from infinity_assistant.models.traffic_conditions import TrafficConditions

_T = TypeVar("_T")
_new = object.__new__


@attrs.define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class DrivingMode(Model):
    """The state of the vehicle. Answers become short enough to be heard while driving."""

    enabled: bool
    """Whether the user is driving."""
    is_ev: Optional[bool] = None
    """Whether the vehicle is electric."""
    vehicle_id: Optional[str] = None
    """Your own id of the vehicle."""
    battery_percent: Optional[float] = None
    """The charge of the battery, 0 to 100."""
    current_range: Optional[float] = None
    """The distance that can still be driven."""
    is_charging: Optional[bool] = None
    """Whether the vehicle is charging."""
    charging_time_remaining: Optional[float] = None
    """The time until the battery is charged."""
    destination: Optional[str] = None
    """Where the user is going."""
    estimated_arrival: Optional[str] = None
    """When the user will be there."""
    distance_remaining: Optional[float] = None
    """The distance still to go."""
    traffic_conditions: Optional[TrafficConditions] = None
    """The traffic around the vehicle."""
    weather: Optional[str] = None
    """The weather around the vehicle."""
    current_music: Optional[str] = None
    """What is playing."""
    music_mood: Optional[MusicMood] = None
    """The mood of the music."""
    additional_properties: Dict[str, Any] = attrs.field(factory=dict)
    """What the API description does not mention, by its name on the wire."""

    __module__ = "infinity_assistant.models"
    _keys = {
        "enabled": "enabled",
        "isEV": "is_ev",
        "vehicleId": "vehicle_id",
        "batteryPercent": "battery_percent",
        "currentRange": "current_range",
        "isCharging": "is_charging",
        "chargingTimeRemaining": "charging_time_remaining",
        "destination": "destination",
        "estimatedArrival": "estimated_arrival",
        "distanceRemaining": "distance_remaining",
        "trafficConditions": "traffic_conditions",
        "weather": "weather",
        "currentMusic": "current_music",
        "musicMood": "music_mood",
    }
    _shown = ("traffic_conditions", "music_mood")

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> "DrivingMode":
        """Read a JSON object.

        Raises:
            ValueError: It is not what the API description says; the message names the place.
        """
        if data.__class__ is not dict:
            data = reading.read_object(data)
        model: Any = _new(cls)
        model._raw = data
        get = data.get
        model.enabled = value if (value := get("enabled")).__class__ is bool else reading.read_boolean(data, "enabled")
        model.is_ev = get("isEV")
        model.vehicle_id = get("vehicleId")
        model.battery_percent = get("batteryPercent")
        model.current_range = get("currentRange")
        model.is_charging = get("isCharging")
        model.charging_time_remaining = get("chargingTimeRemaining")
        model.destination = get("destination")
        model.estimated_arrival = get("estimatedArrival")
        model.distance_remaining = get("distanceRemaining")
        model.traffic_conditions = get("trafficConditions")
        model.weather = get("weather")
        model.current_music = get("currentMusic")
        model.music_mood = get("musicMood")
        return model  # type: ignore[no-any-return]

    if TYPE_CHECKING:

        def keys(
            self,
        ) -> KeysView[
            Literal[
                "enabled",
                "isEV",
                "vehicleId",
                "batteryPercent",
                "currentRange",
                "isCharging",
                "chargingTimeRemaining",
                "destination",
                "estimatedArrival",
                "distanceRemaining",
                "trafficConditions",
                "weather",
                "currentMusic",
                "musicMood",
            ]
        ]: ...
        def __iter__(
            self,
        ) -> Iterator[
            Literal[
                "enabled",
                "isEV",
                "vehicleId",
                "batteryPercent",
                "currentRange",
                "isCharging",
                "chargingTimeRemaining",
                "destination",
                "estimatedArrival",
                "distanceRemaining",
                "trafficConditions",
                "weather",
                "currentMusic",
                "musicMood",
            ]
        ]: ...
        @overload
        def __getitem__(self, key: Literal["enabled"], /) -> bool: ...
        @overload
        def __getitem__(self, key: Literal["isEV", "isCharging"], /) -> Optional[bool]: ...
        @overload
        def __getitem__(
            self, key: Literal["vehicleId", "destination", "estimatedArrival", "weather", "currentMusic"], /
        ) -> Optional[str]: ...
        @overload
        def __getitem__(
            self, key: Literal["batteryPercent", "currentRange", "chargingTimeRemaining", "distanceRemaining"], /
        ) -> Optional[float]: ...
        @overload
        def __getitem__(self, key: Literal["trafficConditions"], /) -> Optional[TrafficConditions]: ...
        @overload
        def __getitem__(self, key: Literal["musicMood"], /) -> Optional[MusicMood]: ...
        @overload
        def __getitem__(
            self,
            key: Literal[
                "enabled",
                "isEV",
                "vehicleId",
                "batteryPercent",
                "currentRange",
                "isCharging",
                "chargingTimeRemaining",
                "destination",
                "estimatedArrival",
                "distanceRemaining",
                "trafficConditions",
                "weather",
                "currentMusic",
                "musicMood",
            ],
            /,
        ) -> Any: ...
        def __getitem__(self, key: Any, /) -> Any: ...
        @overload
        def get(self, key: Literal["enabled"], /) -> bool: ...
        @overload
        def get(self, key: Literal["enabled"], default: _T, /) -> Union[bool, _T]: ...
        @overload
        def get(self, key: Literal["isEV", "isCharging"], /) -> Optional[bool]: ...
        @overload
        def get(self, key: Literal["isEV", "isCharging"], default: _T, /) -> Union[bool, _T]: ...
        @overload
        def get(
            self, key: Literal["vehicleId", "destination", "estimatedArrival", "weather", "currentMusic"], /
        ) -> Optional[str]: ...
        @overload
        def get(
            self,
            key: Literal["vehicleId", "destination", "estimatedArrival", "weather", "currentMusic"],
            default: _T,
            /,
        ) -> Union[str, _T]: ...
        @overload
        def get(
            self, key: Literal["batteryPercent", "currentRange", "chargingTimeRemaining", "distanceRemaining"], /
        ) -> Optional[float]: ...
        @overload
        def get(
            self,
            key: Literal["batteryPercent", "currentRange", "chargingTimeRemaining", "distanceRemaining"],
            default: _T,
            /,
        ) -> Union[float, _T]: ...
        @overload
        def get(self, key: Literal["trafficConditions"], /) -> Optional[TrafficConditions]: ...
        @overload
        def get(self, key: Literal["trafficConditions"], default: _T, /) -> Union[TrafficConditions, _T]: ...
        @overload
        def get(self, key: Literal["musicMood"], /) -> Optional[MusicMood]: ...
        @overload
        def get(self, key: Literal["musicMood"], default: _T, /) -> Union[MusicMood, _T]: ...
        @overload
        def get(self, key: str, default: Any = ..., /) -> Any: ...
        def get(self, key: str, default: Any = ..., /) -> Any: ...
